package org.pledgetracker.tally.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a browser looked before, as its cookie says: a visit begins with a look after half an hour without one, and what is new
 * is told against the end of the visit before.
 *
 * @param before the end of the visit before; null: this is the first
 * @param latest the latest look of this visit
 */
record LastLook(@Nullable Instant before, Instant latest) {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** The look that a cookie and the time make; a cookie that is not ours counts as none. */
    static LastLook of(@Nullable String cookie, Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MINUTES);
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        Instant before = parts.length == 2 ? minute(parts[0]) : null;
        Instant latest = parts.length == 2 ? minute(parts[1]) : null;
        if (latest == null || latest.isAfter(now)) {
            return new LastLook(null, now);
        }
        return latest.plus(PAUSE).isBefore(now) ? new LastLook(latest, now) : new LastLook(before, now);
    }

    /** What the cookie is to say. */
    String cookie() {
        return (before == null ? 0 : before.getEpochSecond() / 60) + "." + latest.getEpochSecond() / 60;
    }

    private static @Nullable Instant minute(String text) {
        try {
            int minute = Integer.parseInt(text);
            return minute <= 0 ? null : Instant.ofEpochSecond(minute * 60L);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
