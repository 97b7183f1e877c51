package org.pledgetracker.tally.release;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyCounted.Cell;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedCell;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;
import org.pledgetracker.tally.counting.Tally;

/** The release of a tally: each figure, of a cell or of a sum, on its own. */
public final class Release {

    private static final Set<EmploymentType> ALL = EnumSet.allOf(EmploymentType.class);

    private final Tally tally;
    private final @Nullable TallyReleased last;
    private final ReleasePolicy policy;
    private final Instant now;

    private Release(@Nullable TallyReleased last, Tally tally, ReleasePolicy policy, Instant now) {
        this.tally = tally;
        this.last = last;
        this.policy = policy;
        this.now = now;
    }

    /**
     * What to release now.
     *
     * @param last what was released before; null: nothing
     * @return the same as last, with its version and time, if no figure moves
     */
    public static TallyReleased next(
            @Nullable TallyReleased last,
            Tally tally,
            ReleasePolicy policy,
            String campaign,
            int definitionVersion,
            Instant now) {
        Release release = new Release(last, tally, policy, now);
        Figures total = release.figures(last == null ? Figures.HIDDEN : last.total(), null, ALL);
        List<ReleasedRegion> regions = tally.cells().stream()
                .map(Cell::region)
                .distinct()
                .map(release::region)
                .toList();
        // who sees one region alone must not learn from a time that another one moved
        Instant totalMovedAt = last != null && last.total().equals(total) ? movedAt(last, last.totalMovedAt()) : now;
        TallyReleased next =
                new TallyReleased(campaign, tally.action(), definitionVersion, now, total, regions, totalMovedAt);
        return last != null && last.hasFiguresOf(next) ? last : next;
    }

    private static Instant movedAt(TallyReleased release, @Nullable Instant told) {
        return told == null ? release.releasedAt() : told;
    }

    private ReleasedRegion region(String region) {
        ReleasedRegion before = lastOf(region);
        List<ReleasedCell> cells = ALL.stream()
                .map(type -> new ReleasedCell(type, figures(lastOf(before, type), region, EnumSet.of(type))))
                .toList();
        Figures total = figures(before == null ? Figures.HIDDEN : before.total(), region, ALL);
        if (last != null && before != null && before.hasFiguresOf(new ReleasedRegion(region, total, cells))) {
            return new ReleasedRegion(region, total, cells, movedAt(last, before.movedAt()));
        }
        return new ReleasedRegion(region, total, cells, now);
    }

    private Figures figures(Figures before, @Nullable String region, Set<EmploymentType> types) {
        org.pledgetracker.tally.counting.Figures truth = tally.sum(region, types);
        return new Figures(
                policy.next(before.pledged(), truth.pledged()),
                policy.next(before.firm(), truth.firm()),
                policy.next(before.inForce(), truth.inForce()));
    }

    private @Nullable ReleasedRegion lastOf(String region) {
        return last == null
                ? null
                : last.regions().stream()
                        .filter(r -> r.region().equals(region))
                        .findFirst()
                        .orElse(null);
    }

    private static Figures lastOf(@Nullable ReleasedRegion before, EmploymentType type) {
        return before == null
                ? Figures.HIDDEN
                : before.cells().stream()
                        .filter(cell -> cell.employmentType() == type)
                        .map(ReleasedCell::figures)
                        .findFirst()
                        .orElse(Figures.HIDDEN);
    }
}
