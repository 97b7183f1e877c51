package org.pledgetracker.tally.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;

/** When released figures moved, as far as somebody sees them: cut to the minute, and silent about other regions. */
final class Moved {

    private Moved() {}

    /** When a figure that they see moved last; null before the first release. */
    static @Nullable Instant at(@Nullable TallyReleased release, Sight sight) {
        if (release == null) {
            return null;
        }
        Stream<@Nullable Instant> regions = release.regions().stream()
                .filter(region -> sight.covers(region.region()))
                .map(ReleasedRegion::movedAt);
        Instant latest = Stream.concat(Stream.of(release.totalMovedAt()), regions)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                // written before releases told it
                .orElse(release.releasedAt());
        return latest.truncatedTo(ChronoUnit.MINUTES);
    }
}
