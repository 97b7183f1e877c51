package org.pledgetracker.tally.view;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedCell;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;
import org.pledgetracker.tally.counting.ActionElectorate;
import org.pledgetracker.tally.counting.Tally;

/** The figures of one action as somebody sees them. */
final class Sheet {

    private static final Set<EmploymentType> ALL = EnumSet.allOf(EmploymentType.class);

    private final CampaignDefinition definition;
    private final Action action;
    private final Sight sight;
    private final Tally tally;
    private final @Nullable TallyReleased release;

    /**
     * The sheet of an action.
     *
     * @param counted null: not counted yet
     * @param release null: nothing released yet
     */
    Sheet(
            CampaignDefinition definition,
            Action action,
            Sight sight,
            @Nullable TallyCounted counted,
            @Nullable TallyReleased release) {
        this.definition = definition;
        this.action = action;
        this.sight = sight;
        this.tally = new Tally(action.id(), counted == null ? List.of() : counted.cells());
        this.release = release;
    }

    Counts total() {
        return counts(null, ALL, release == null ? Figures.HIDDEN : release.total(), electorate(null));
    }

    Counts region(String region) {
        ReleasedRegion released = released(region);
        return counts(region, ALL, released == null ? Figures.HIDDEN : released.total(), electorate(region));
    }

    Counts cell(String region, EmploymentType type) {
        OptionalInt gps = definition.electorate().headcount(region, type);
        Long electorate = gps.isPresent() ? (Long) (long) gps.getAsInt() : null;
        return counts(region, EnumSet.of(type), released(region, type), electorate);
    }

    private Counts counts(
            @Nullable String region, Set<EmploymentType> types, Figures released, @Nullable Long electorate) {
        if (sight.exact()) {
            return Counts.exact(tally.sum(region, types), electorate);
        }
        return Counts.released(sight.covers(region) ? released : Figures.HIDDEN, electorate);
    }

    private @Nullable Long electorate(@Nullable String region) {
        OptionalLong gps = new ActionElectorate(definition, action).of(region, null);
        return gps.isPresent() ? gps.getAsLong() : null;
    }

    private @Nullable ReleasedRegion released(String region) {
        return release == null
                ? null
                : release.regions().stream()
                        .filter(r -> r.region().equals(region))
                        .findFirst()
                        .orElse(null);
    }

    private Figures released(String region, EmploymentType type) {
        ReleasedRegion released = released(region);
        return released == null
                ? Figures.HIDDEN
                : released.cells().stream()
                        .filter(cell -> cell.employmentType() == type)
                        .map(ReleasedCell::figures)
                        .findFirst()
                        .orElse(Figures.HIDDEN);
    }
}
