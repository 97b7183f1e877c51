package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.counting.Tally;
import org.pledgetracker.tally.counting.TippingPoint;
import org.pledgetracker.tally.threshold.Level;

/** What one decision costs, from counts to what is in force, thresholds and tipping points, at 10, 100 and 1,000 regions. */
public final class DecidingCost {

    private static final int CARDS_PER_REGION = 300;
    private static final long LEAST_NANOS = 2_000_000_000L;

    private DecidingCost() {}

    public static void main(String[] arguments) throws IOException {
        Report report = new Report("deciding cost");
        for (int regions : new int[] {10, 100, 1_000}) {
            ManyCards cards = new ManyCards(regions);
            CampaignDefinition definition = cards.campaign().definition();
            Map<Group, Integer> pledged = count(cards, regions * CARDS_PER_REGION);
            report.add(
                            "in force and tallies, " + regions + " regions",
                            millisOf(() -> Tally.of(definition, pledged).size()),
                            "ms",
                            "12 actions, " + pledged.size() + " groups")
                    .add(
                            "thresholds, " + regions + " regions",
                            millisOf(() -> thresholds(definition, pledged)),
                            "ms",
                            regions + " thresholds, tallies included")
                    .add(
                            "tipping point of one action and region, " + regions + " regions",
                            millisOf(() -> tippingPoint(definition, pledged)),
                            "ms",
                            "");
        }
        report.print(System.out);
    }

    private static int thresholds(CampaignDefinition definition, Map<Group, Integer> pledged) {
        Map<String, Tally> tallies = Tally.of(definition, pledged);
        int counted = 0;
        for (Threshold threshold : definition.thresholds()) {
            counted += (int) Level.of(threshold, definition, tallies.get(threshold.action()))
                    .counted();
        }
        return counted;
    }

    private static int tippingPoint(CampaignDefinition definition, Map<Group, Integer> pledged) {
        Action action = definition.actions().getFirst();
        Region region = definition.regions().getFirst();
        return TippingPoint.of(definition, action, region.id(), pledged)
                .map(TippingPoint::group)
                .orElse(0);
    }

    private static Map<Group, Integer> count(ManyCards cards, int gps) {
        Map<Group, Integer> pledged = new HashMap<>();
        for (int gp = 0; gp < gps; gp++) {
            PledgesDeclared card = cards.card(gp);
            for (Pledge pledge : card.pledges()) {
                OnlyIf onlyIf = pledge.onlyIf();
                pledged.merge(
                        new Group(pledge.action(), card.region(), card.employmentType(), onlyIf), 1, Integer::sum);
            }
        }
        return pledged;
    }

    /** The mean of as many runs as fit into the time, the first half of them only to warm up. */
    private static double millisOf(IntSupplier work) {
        long spent = repeat(work, LEAST_NANOS / 2).nanos();
        Repeated measured = repeat(work, Math.max(spent, LEAST_NANOS / 2));
        return measured.nanos() / 1e6 / measured.times();
    }

    private static Repeated repeat(IntSupplier work, long leastNanos) {
        long start = System.nanoTime();
        long checksum = 0;
        int times = 0;
        do {
            checksum += work.getAsInt();
            times++;
        } while (System.nanoTime() - start < leastNanos);
        if (checksum < 0) {
            throw new IllegalStateException("counts cannot be negative");
        }
        return new Repeated(times, System.nanoTime() - start);
    }

    private record Repeated(int times, long nanos) {}
}
