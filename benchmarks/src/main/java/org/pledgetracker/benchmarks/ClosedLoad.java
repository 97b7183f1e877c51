package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** As many GPs at once as there are connections: each sends the next card when the one before is answered. */
final class ClosedLoad {

    private static final Duration ROUND = Duration.ofSeconds(15);
    /** On two cores the compiler is slow to come by: two minutes at least, then until the rate has not risen so often. */
    private static final int FEWEST_ROUNDS = 8;

    private static final int MOST_ROUNDS = 20;
    private static final int STEADY = 3;
    private static final double RISING = 1.03;

    private final int port;
    private final CardRequests requests;
    private int next;

    ClosedLoad(int port, CardRequests requests) {
        this.port = port;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param refused how many were answered with anything but 200
     */
    record Outcome(double perSecond, Histogram latency, long refused) {

        double milliseconds(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Runs until it gets no quicker. */
    void warmUp() throws IOException {
        double best = 0;
        int steady = 0;
        for (int i = 0; i < MOST_ROUNDS && (i < FEWEST_ROUNDS || steady < STEADY); i++) {
            double rate = run(64, ROUND).perSecond();
            steady = rate > RISING * best ? 0 : steady + 1;
            best = Math.max(best, rate);
        }
    }

    /** Runs for that long. */
    Outcome run(int connections, Duration duration) throws IOException {
        Histogram latency = new Histogram(3);
        long refused = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                sendNext(KeepAlive.open(port, selector));
            }
            long start = System.nanoTime();
            while (System.nanoTime() - start < duration.toNanos()) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    KeepAlive connection = (KeepAlive) key.attachment();
                    Answer answer = connection.read();
                    if (answer != null) {
                        latency.recordValue(connection.nanosSinceBegun());
                        refused += answer.status() == 200 ? 0 : 1;
                        if (answer.last()) {
                            connection.close();
                            connection = KeepAlive.open(port, selector);
                        }
                        sendNext(connection);
                    }
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (SelectionKey key : selector.keys()) {
                ((KeepAlive) key.attachment()).close();
            }
            return new Outcome((latency.getTotalCount() - refused) / seconds, latency, refused);
        }
    }

    private void sendNext(KeepAlive connection) throws IOException {
        int gp = next++ % requests.gps();
        connection.send(gp, requests.of(gp));
    }
}
