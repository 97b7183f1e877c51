package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.history.Projection;

/** Times and projections as the dashboard says them. */
final class Words {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).withZone(LONDON);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(LONDON);

    private Words() {}

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String when(Instant time) {
        return WHEN.format(time);
    }

    /** When a number would be reached, as a range. */
    static String of(Projection projection, Instant closesAt) {
        Instant earliest = projection.earliest();
        if (earliest == null) {
            return "Not at the pace of the last two weeks";
        }
        if (!earliest.isBefore(closesAt)) {
            return pace(projection) + ": not before the campaign closes";
        }
        return pace(projection) + ": between " + day(earliest) + " and " + latest(projection.latest(), closesAt);
    }

    private static String latest(@Nullable Instant latest, Instant closesAt) {
        if (latest == null) {
            return "never";
        }
        return latest.isBefore(closesAt) ? day(latest) : "after the campaign closes";
    }

    private static String pace(Projection projection) {
        String slowest = number(projection.slowest());
        String fastest = number(projection.fastest());
        return slowest.equals(fastest) ? "At " + fastest + " a day" : "At " + slowest + " to " + fastest + " a day";
    }

    private static String number(double pace) {
        return String.format(Locale.UK, Math.abs(pace) < 10 && pace != Math.rint(pace) ? "%.1f" : "%.0f", pace);
    }
}
