package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.pledgetracker.events.ScratchFolder;

/** One replay, in a JVM of its own, so that none warms up for another; says how long it took and how much memory. */
final class ReplayOnce {

    private final Map<String, Object> broker;
    private final int cards;

    private ReplayOnce(String bootstrapServers, int cards) {
        this.broker = Map.of("bootstrap.servers", bootstrapServers);
        this.cards = cards;
    }

    /** Arguments: what replays (a {@link Contestant}), the broker, how many cards there are. */
    public static void main(String[] arguments) throws IOException {
        ReplayOnce replay = new ReplayOnce(arguments[1], Integer.parseInt(arguments[2]));
        long start = System.nanoTime();
        switch (Contestant.valueOf(arguments[0])) {
            case BARE_CONSUMER -> replay.bareConsumer();
            case PLAIN_TABLE -> replay.plainTable();
            case TALLY -> CountingStreams.start(replay.broker, "tally-" + start);
            case TALLY_RESTARTED -> start = replay.tallyRestarted();
        }
        System.out.println(new Outcome((System.nanoTime() - start) / 1e9, residentMegabytes()).line());
        Runtime.getRuntime().halt(0);
    }

    private void bareConsumer() {
        if (new BareConsumer().read(broker) != cards) {
            throw new IllegalStateException("the replay did not get to its end");
        }
    }

    private void plainTable() throws IOException {
        PlainTable table = new PlainTable();
        KafkaStreams streams = table.streams(
                broker, ScratchFolder.create("pledge-tracker-table").toString());
        streams.start();
        CountingStreams.await(() -> table.counted() >= cards);
    }

    /** Counts once, stops, and starts anew: only the second time is taken. */
    private long tallyRestarted() throws IOException {
        String application = "tally-" + System.nanoTime();
        CountingStreams first = CountingStreams.start(broker, application);
        // what was read has to be committed before it counts as read
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        first.close();
        long start = System.nanoTime();
        CountingStreams.start(broker, application);
        return start;
    }

    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** What replays the cards. */
    enum Contestant {
        BARE_CONSUMER,
        PLAIN_TABLE,
        TALLY,
        TALLY_RESTARTED
    }

    /** How it went. */
    record Outcome(double seconds, long residentMegabytes) {

        private static final String MARK = "OUTCOME";

        String line() {
            return MARK + " " + seconds + " " + residentMegabytes;
        }

        static boolean isOne(String line) {
            return line.startsWith(MARK);
        }

        static Outcome parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Outcome(Double.parseDouble(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
