package org.pledgetracker.tally.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;

/**
 * What of an action's releases is recorded: how they stood at the end of each minute in which they moved. So a record says
 * nothing that the releases did not, and none is delayed by another region's figures.
 *
 * @param last what was recorded last; null: nothing
 * @param before what was released before this look; null: nothing
 */
public record Recording(
        @Nullable TallyRecorded last, @Nullable TallyReleased before) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * What to record at this look.
     *
     * @param now what is released now
     * @param closed whether the campaign is closed: then one final record is made, and no more
     */
    public Optional<TallyRecorded> look(TallyReleased now, boolean closed, Instant at) {
        if (closed) {
            return last != null && last.closing() ? Optional.empty() : Optional.of(record(now, at, true));
        }
        TallyReleased released = before;
        return released != null && isNews(released) && !at.isBefore(endOfMinute(released))
                ? Optional.of(record(released, released.releasedAt(), false))
                : Optional.empty();
    }

    /** When to look again although nothing moves. */
    public Optional<Instant> due(TallyReleased now, boolean closed) {
        return !closed && isNews(now) ? Optional.of(endOfMinute(now)) : Optional.empty();
    }

    private boolean isNews(TallyReleased release) {
        return last == null || !release.hasFiguresOf(asRelease(last));
    }

    private static Instant endOfMinute(TallyReleased release) {
        return release.releasedAt().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    }

    private static TallyRecorded record(TallyReleased release, Instant at, boolean closing) {
        return new TallyRecorded(
                release.campaign(),
                release.action(),
                release.definitionVersion(),
                at.truncatedTo(ChronoUnit.MINUTES),
                closing,
                release.total(),
                withoutTimes(release.regions()));
    }

    private static List<ReleasedRegion> withoutTimes(List<ReleasedRegion> regions) {
        return regions.stream()
                .map(region -> new ReleasedRegion(region.region(), region.total(), region.cells()))
                .toList();
    }

    private static TallyReleased asRelease(TallyRecorded record) {
        return new TallyReleased(
                record.campaign(),
                record.action(),
                record.definitionVersion(),
                record.recordedAt(),
                record.total(),
                record.regions());
    }
}
