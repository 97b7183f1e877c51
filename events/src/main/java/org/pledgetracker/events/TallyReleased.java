package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rounded, lagging form of a tally that anyone but the organiser sees. Every figure is released on its own, so totals
 * are not sums.
 *
 * @param totalMovedAt when the total moved last; null in records of before it was told: no later than releasedAt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TallyReleased(
        String campaign,
        String action,
        int definitionVersion,
        Instant releasedAt,
        Figures total,
        List<ReleasedRegion> regions,
        @Nullable Instant totalMovedAt)
        implements Event {

    public static final String TYPE = "tally.released.v1";

    public TallyReleased {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(releasedAt, "releasedAt");
        Objects.requireNonNull(total, "total");
        regions = List.copyOf(regions);
    }

    /** A release that does not tell when its total moved. */
    public TallyReleased(
            String campaign,
            String action,
            int definitionVersion,
            Instant releasedAt,
            Figures total,
            List<ReleasedRegion> regions) {
        this(campaign, action, definitionVersion, releasedAt, total, regions, null);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign + "/" + action;
    }

    /** Whether it shows what another one shows, whenever that moved. */
    public boolean hasFiguresOf(TallyReleased other) {
        boolean same = total.equals(other.total) && regions.size() == other.regions.size();
        for (int i = 0; same && i < regions.size(); i++) {
            same = regions.get(i).hasFiguresOf(other.regions.get(i));
        }
        return same;
    }

    /** Released figures; null is hidden, "fewer than 10". */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce) {

        public static final Figures HIDDEN = new Figures(null, null, null);
    }

    /**
     * The released figures of a region: its total, and its cells.
     *
     * @param movedAt when one of them moved last; null where that is not told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReleasedRegion(
            String region,
            Figures total,
            List<ReleasedCell> cells,
            @Nullable Instant movedAt) {

        public ReleasedRegion {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(total, "total");
            cells = List.copyOf(cells);
        }

        /** Whether it shows what another one shows. */
        public boolean hasFiguresOf(ReleasedRegion other) {
            return region.equals(other.region) && total.equals(other.total) && cells.equals(other.cells);
        }

        /** The figures of a region without when they moved. */
        public ReleasedRegion(String region, Figures total, List<ReleasedCell> cells) {
            this(region, total, cells, null);
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
