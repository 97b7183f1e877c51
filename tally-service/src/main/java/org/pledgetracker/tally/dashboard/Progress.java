package org.pledgetracker.tally.dashboard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.tally.view.Counts;
import org.pledgetracker.tally.view.Tallies;
import org.pledgetracker.tally.view.ThresholdState;

/** What thresholds look at, from the figures that the reader sees. */
final class Progress {

    private final Tallies tallies;

    Progress(Tallies tallies) {
        this.tallies = tallies;
    }

    /** The figure that a threshold looks at; null where part of it is hidden from the reader. */
    @Nullable
    Integer of(ThresholdState threshold) {
        return tallies.actions().stream()
                .filter(action -> action.action().equals(threshold.action()))
                .map(action -> new Seen(counts(action, threshold), threshold.of()).sum())
                .findFirst()
                .orElse(Seen.NOTHING)
                .figure();
    }

    /** The figure of an action that a threshold looks at; null where part of it is hidden. */
    static @Nullable Integer figure(Tallies.OfAction action, ThresholdState threshold) {
        return new Seen(counts(action, threshold), threshold.of()).sum().figure();
    }

    private static List<Counts> counts(Tallies.OfAction action, ThresholdState threshold) {
        List<Tallies.OfRegion> regions = action.regions().stream()
                .filter(region -> threshold.region() == null || region.region().equals(threshold.region()))
                .toList();
        EmploymentType only = threshold.employmentType();
        boolean ofAll = only == null && threshold.atLeast().share() == null;
        if (ofAll) {
            return threshold.region() == null
                    ? List.of(action.total())
                    : regions.stream().map(Tallies.OfRegion::counts).toList();
        }
        Set<EmploymentType> types =
                only != null ? EnumSet.of(only) : EnumSet.of(EmploymentType.PARTNER, EmploymentType.SALARIED);
        return regions.stream()
                .flatMap(region -> region.cells().stream())
                .filter(cell -> cell.open() && types.contains(cell.employmentType()))
                .map(Tallies.OfCell::counts)
                .toList();
    }

    /** Some counts, and which of their figures is looked at. */
    private record Seen(List<Counts> counts, CountedBasis of) {

        static final Sum NOTHING = new Sum(null);

        Sum sum() {
            int sum = 0;
            for (Counts each : counts) {
                Integer figure = of == CountedBasis.IN_FORCE ? each.inForce() : each.pledged();
                if (figure == null) {
                    return NOTHING;
                }
                sum += figure;
            }
            return new Sum(sum);
        }
    }

    /** @param figure null: not known */
    private record Sum(@Nullable Integer figure) {}
}
