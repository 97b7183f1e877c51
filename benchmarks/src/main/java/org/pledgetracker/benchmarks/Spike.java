package org.pledgetracker.benchmarks;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.webkit.TestTokens;

/**
 * Five times as many cards as pledge-service can take, for 30 seconds: what it cannot take it refuses at once and says when to
 * come again, its memory stays bounded, nothing that it accepted is lost, and afterwards it is soon as it was.
 */
public final class Spike {

    /** So many that none of them sends more than a GP may, and so few that all their tokens are remembered. */
    private static final int GPS = 8_000;

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double QUICK = 50;

    private final RealBroker broker = RealBroker.forked();

    private Spike() {}

    public static void main(String[] arguments) throws Exception {
        new Spike().run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (TestTokens tokens = TestTokens.start();
                ServerProcess service = AcceptingService.start(broker, tokens);
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            CardRequests requests = CardRequests.withTokens(tokens, GPS);
            ClosedLoad steady = new ClosedLoad(service.port(), requests);
            steady.warmUp();
            double sustainable = steady.run(64, Duration.ofSeconds(8)).perSecond();
            long before = service.residentMegabytes();
            AtomicLong most = new AtomicLong();
            var _ = watch.scheduleAtFixedRate(
                    () -> most.accumulateAndGet(memory(service), Math::max), 0, 200, TimeUnit.MILLISECONDS);
            OpenLoad load = new OpenLoad(service.port(), requests).run(5 * sustainable, LENGTH, PATIENCE);
            double recovered = recovery(steady);
            Set<String> inLog = new MarksInLog(broker.clientSettings(), tokens.issuer(), GPS).read();
            long lost = load.accepted().stream()
                    .filter(card -> !inLog.contains(MarksInLog.version(card.gp(), card.mark())))
                    .count();
            report(sustainable, load, lost)
                    .add("memory before", (double) before, "MB", "")
                    .add("memory at most", (double) most.get(), "MB", "")
                    .add("as quick as before after", recovered, "s", "a few seconds")
                    .print(System.out);
        }
    }

    private static Report report(double sustainable, OpenLoad load, long lost) {
        Report report = new Report("five times the load for 30 s")
                .add("sustainable", sustainable, "cards/s", "")
                .add("sent for 30 s", 5 * sustainable, "cards/s", "")
                .add("accepted", load.accepted().size() / (double) LENGTH.toSeconds(), "cards/s", "")
                .add("accepted, p50", load.latency().getValueAtPercentile(50) / 1e6, "ms", "since it was due")
                .add("accepted, p99", load.latency().getValueAtPercentile(99) / 1e6, "ms", "since it was due");
        load.statuses().forEach((status, count) -> report.add("answered " + status, count, "", expected(status)));
        return report.add("refused without Retry-After", (double) load.withoutRetryAfter(), "", "target: none")
                .add("connections broken", (double) load.broken(), "", "target: none")
                .add("not sent, no connection left", (double) load.notSent(), "", "")
                .add("accepted and not in the log", (double) lost, "", "target: none");
    }

    private static String expected(int status) {
        return Set.of(200, 429, 503).contains(status) ? "" : "SHOULD NOT BE";
    }

    /** Seconds until a second of a quarter of the load is all accepted, and quickly. */
    private static double recovery(ClosedLoad load) throws java.io.IOException {
        long start = System.nanoTime();
        ClosedLoad.Outcome outcome;
        do {
            outcome = load.run(16, Duration.ofSeconds(1));
        } while ((outcome.refused() > 0 || outcome.milliseconds(99) > QUICK)
                && System.nanoTime() - start < PATIENCE.toNanos());
        return (System.nanoTime() - start) / 1e9 - 1;
    }

    private static long memory(ServerProcess service) {
        try {
            return service.residentMegabytes();
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}
