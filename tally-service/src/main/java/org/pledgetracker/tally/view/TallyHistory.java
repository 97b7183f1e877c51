package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;

/**
 * How the released figures of an action went, as the API tells it; whoever asks gets released figures. Only what somebody sees
 * is in it, and only records in which that changed.
 */
public record TallyHistory(String campaign, String action, List<Entry> records) {

    public TallyHistory {
        records = List.copyOf(records);
    }

    /**
     * How the figures stood at the end of a minute; of an hour or a day where that was long ago.
     *
     * @param closing the final figures of a campaign that has closed
     */
    public record Entry(
            Instant at,
            boolean closing,
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce,
            List<OfRegion> regions) {

        public Entry {
            regions = List.copyOf(regions);
        }

        static Entry of(Instant at, boolean closing, Figures total, List<ReleasedRegion> regions) {
            return new Entry(
                    at,
                    closing,
                    total.pledged(),
                    total.firm(),
                    total.inForce(),
                    regions.stream().map(OfRegion::of).toList());
        }

        /** Whether it says what another one says. */
        boolean hasFiguresOf(Entry other) {
            return new Figures(pledged, firm, inForce).equals(new Figures(other.pledged, other.firm, other.inForce))
                    && regions.equals(other.regions);
        }
    }

    /** The figures of a region and of its cells. */
    public record OfRegion(
            String region,
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce,
            List<OfCell> cells) {

        public OfRegion {
            cells = List.copyOf(cells);
        }

        static OfRegion of(ReleasedRegion region) {
            Figures total = region.total();
            return new OfRegion(
                    region.region(),
                    total.pledged(),
                    total.firm(),
                    total.inForce(),
                    region.cells().stream()
                            .map(cell -> OfCell.of(cell.employmentType(), cell.figures()))
                            .toList());
        }
    }

    /** The figures of a cell. */
    public record OfCell(
            EmploymentType employmentType,
            @Nullable Integer pledged,
            @Nullable Integer firm,
            @Nullable Integer inForce) {

        static OfCell of(EmploymentType type, Figures figures) {
            return new OfCell(type, figures.pledged(), figures.firm(), figures.inForce());
        }
    }
}
