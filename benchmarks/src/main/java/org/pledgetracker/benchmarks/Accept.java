package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.pledgetracker.benchmarks.ClosedLoad.Outcome;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.webkit.TestTokens;

/**
 * How many cards a second pledge-service accepts through its API, with bearer tokens and each card flushed to disk, beside a
 * bare handler that only produces. Load, broker and service share the machine, so it also says what each of them used.
 */
public final class Accept {

    /** So many that none of them sends more than a GP may, and so few that all their tokens are remembered. */
    private static final int GPS = 8_000;

    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final RealBroker broker = RealBroker.forked();
    private final Report report = new Report("cards accepted through the API");

    private Accept() {}

    public static void main(String[] arguments) throws Exception {
        new Accept().run();
        System.exit(0);
    }

    private void run() throws IOException {
        try (TestTokens tokens = TestTokens.start();
                ServerProcess service = AcceptingService.start(broker, tokens);
                ServerProcess bare = ServerProcess.start(
                        BareHandler.class.getName(), List.of("--bootstrap.servers=" + broker.bootstrapServers()))) {
            ClosedLoad onService = new ClosedLoad(service.port(), CardRequests.withTokens(tokens, GPS));
            ClosedLoad onBare = new ClosedLoad(bare.port(), CardRequests.bare(GPS));
            onService.warmUp();
            onBare.warmUp();
            compare(64, "target: at least 8,000", onService, onBare, service);
            compare(256, "target: at least 12,000", onService, onBare, service);
            report.print(System.out);
        }
    }

    private void compare(int connections, String target, ClosedLoad onService, ClosedLoad onBare, ServerProcess service)
            throws IOException {
        Shares before = Shares.now(service);
        Outcome ours = onService.run(connections, MEASURED);
        Shares used = Shares.now(service).since(before);
        Outcome peer = onBare.run(connections, MEASURED);
        String at = "at " + connections + ": ";
        report.add(at + "accepted", ours.perSecond(), "cards/s", target)
                .add(at + "p50", ours.milliseconds(50), "ms", "")
                .add(at + "p99", ours.milliseconds(99), "ms", "target: at most 50")
                .add(at + "refused", (double) ours.refused(), "", "target: none")
                .add(at + "bare handler", peer.perSecond(), "cards/s", "")
                .add(at + "bare handler, p99", peer.milliseconds(99), "ms", "")
                .add(at + "service ÷ bare handler", ours.perSecond() / peer.perSecond(), "", "target: at least 0.6")
                .add(at + "service used", used.service() / MEASURED.toSeconds(), "cores", "")
                .add(at + "broker used", used.broker() / MEASURED.toSeconds(), "cores", "")
                .add(at + "load used", used.load() / MEASURED.toSeconds(), "cores", "");
    }

    /** Seconds of processor time. */
    private record Shares(double service, double broker, double load) {

        static Shares now(ServerProcess service) {
            // all processes that this one has started are servers, and the first is the broker
            ProcessHandle self = ProcessHandle.current();
            double brokers = self.children()
                    .min(Comparator.comparingLong(ProcessHandle::pid))
                    .map(child -> seconds(ServerProcess.processorTime(child)))
                    .orElse(0.0);
            return new Shares(seconds(service.processorTime()), brokers, seconds(ServerProcess.processorTime(self)));
        }

        Shares since(Shares before) {
            return new Shares(service - before.service, broker - before.broker, load - before.load);
        }

        private static double seconds(Duration time) {
            return time.toNanos() / 1e9;
        }
    }
}
