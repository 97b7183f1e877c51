package org.pledgetracker.benchmarks;

import org.pledgetracker.benchmarks.ReplayOnce.Contestant;
import org.pledgetracker.benchmarks.ReplayOnce.Outcome;
import org.pledgetracker.events.RealBroker;

/** How time and memory grow with the number of cards. */
public final class Growth {

    private Growth() {}

    public static void main(String[] arguments) throws Exception {
        RealBroker broker = RealBroker.forked();
        ManyCards cards = new ManyCards(10);
        Report report = new Report("growth");
        int written = 0;
        for (int wanted : new int[] {100_000, 300_000, 1_000_000, 3_000_000}) {
            cards.write(broker.clientSettings(), written, wanted);
            written = wanted;
            Outcome outcome = Replay.run(broker, Contestant.TALLY, wanted);
            String label = "%,d cards".formatted(wanted);
            report.add(label + ", replayed in", outcome.seconds(), "s", "linear")
                    .add(
                            label + ", resident",
                            (double) outcome.residentMegabytes(),
                            "MB",
                            wanted == 1_000_000 ? "target: at most 400" : "");
        }
        report.print(System.out);
        System.exit(0);
    }
}
