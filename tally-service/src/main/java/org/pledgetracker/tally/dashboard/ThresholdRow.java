package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.view.ThresholdState;

/**
 * One threshold of the list.
 *
 * @param counted what it looks at, as far as the reader sees it; null: hidden or not known
 * @param when it was crossed last, in words; empty before the first time
 */
record ThresholdRow(
        String title,
        boolean reached,
        int crossing,
        @Nullable Integer counted,
        @Nullable Long required,
        String when) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    static ThresholdRow of(ThresholdState state, @Nullable Integer counted) {
        Instant changedAt = state.changedAt();
        return new ThresholdRow(
                state.title(),
                state.reached(),
                state.crossing(),
                counted,
                state.required(),
                changedAt == null ? "" : WHEN.format(changedAt));
    }

    /** How the threshold stands, in words. */
    public String status() {
        if (reached) {
            return "Reached";
        }
        return crossing == 0 ? "Not reached" : "Lost";
    }

    /** How far it is, in words. */
    public String progress() {
        if (required == null) {
            return "The number of GPs it asks for is not known";
        }
        return counted == null ? "Asks for " + required : counted + " of " + required;
    }
}
