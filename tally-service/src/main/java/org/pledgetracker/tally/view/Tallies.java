package org.pledgetracker.tally.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.tally.counting.TippingPoint;

/**
 * The tallies of a campaign, as the API tells them.
 *
 * @param version of the definition
 * @param countedAt when the latest of these figures was counted; null before the first. Of released ones, the minute in which
 *     the latest moved
 * @param electorateSource where the numbers under the shares come from
 * @param electorateAsOf the day that they stand for
 */
public record Tallies(
        String campaign,
        int version,
        @Nullable Instant countedAt,
        String electorateSource,
        LocalDate electorateAsOf,
        List<OfAction> actions) {

    public Tallies {
        actions = List.copyOf(actions);
    }

    /** The figures of one action. */
    public record OfAction(String action, Counts total, List<OfRegion> regions) {

        public OfAction {
            regions = List.copyOf(regions);
        }
    }

    /**
     * The figures of one region.
     *
     * @param tippingPoint the organiser's alone, and not everywhere is there one
     */
    public record OfRegion(
            String region,
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce,
            @Nullable Long electorate,
            String disclosure,
            List<OfCell> cells,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TippingPoint tippingPoint) {

        public OfRegion {
            cells = List.copyOf(cells);
        }

        static OfRegion of(String region, Counts counts, List<OfCell> cells, @Nullable TippingPoint tippingPoint) {
            return new OfRegion(
                    region,
                    counts.pledged(),
                    counts.firm(),
                    counts.inForce(),
                    counts.electorate(),
                    counts.disclosure(),
                    cells,
                    tippingPoint);
        }

        public Counts counts() {
            return new Counts(pledged, firm, inForce, electorate, disclosure);
        }
    }

    /**
     * The figures of one cell.
     *
     * @param open whether GPs of this type in this region may pledge
     */
    public record OfCell(
            EmploymentType employmentType,
            boolean open,
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce,
            @Nullable Long electorate,
            String disclosure) {

        static OfCell of(EmploymentType type, boolean open, Counts counts) {
            return new OfCell(
                    type,
                    open,
                    counts.pledged(),
                    counts.firm(),
                    counts.inForce(),
                    counts.electorate(),
                    counts.disclosure());
        }

        public Counts counts() {
            return new Counts(pledged, firm, inForce, electorate, disclosure);
        }
    }
}
