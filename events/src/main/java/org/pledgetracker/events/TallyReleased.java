package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rounded, lagging form of a tally that anyone but the organiser sees. Every figure is released on its own, so totals
 * are not sums.
 */
public record TallyReleased(
        String campaign,
        String action,
        int definitionVersion,
        Instant releasedAt,
        Figures total,
        List<ReleasedRegion> regions)
        implements Event {

    public static final String TYPE = "tally.released.v1";

    public TallyReleased {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(releasedAt, "releasedAt");
        Objects.requireNonNull(total, "total");
        regions = List.copyOf(regions);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign + "/" + action;
    }

    /** Released figures; null is hidden, "fewer than 10". */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce) {

        public static final Figures HIDDEN = new Figures(null, null, null);
    }

    /** The released figures of a region: its total, and its cells. */
    public record ReleasedRegion(String region, Figures total, List<ReleasedCell> cells) {

        public ReleasedRegion {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(total, "total");
            cells = List.copyOf(cells);
        }
    }

    /** The released figures of one region and employment type. */
    public record ReleasedCell(EmploymentType employmentType, Figures figures) {

        public ReleasedCell {
            Objects.requireNonNull(employmentType, "employmentType");
            Objects.requireNonNull(figures, "figures");
        }
    }
}
