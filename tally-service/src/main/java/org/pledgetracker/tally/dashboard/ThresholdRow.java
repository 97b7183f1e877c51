package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.view.ThresholdState;

/**
 * One threshold of the list.
 *
 * @param counted what it looks at, as far as the reader sees it; null: hidden or not known
 * @param exact whether that is exact
 * @param when it was crossed last, in words; empty before the first time
 * @param projection when it would be reached, in words; empty if that is not known, or it is
 */
record ThresholdRow(
        String title,
        boolean reached,
        int crossing,
        @Nullable Integer counted,
        @Nullable Long required,
        boolean exact,
        String when,
        String projection) {

    static ThresholdRow of(ThresholdState state, @Nullable Integer counted, boolean exact, String projection) {
        Instant changedAt = state.changedAt();
        return new ThresholdRow(
                state.title(),
                state.reached(),
                state.crossing(),
                counted,
                state.required(),
                exact,
                changedAt == null ? "" : Words.when(changedAt),
                projection);
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
        return counted == null
                ? "Asks for " + Box.grouped(required) + "; the figure is not shown"
                : Box.grouped(counted) + " of " + Box.grouped(required);
    }

    /** What is missing, in words; empty if nothing is, or if it is not known. */
    public String missing() {
        if (reached || required == null || counted == null) {
            return "";
        }
        if (counted >= required) {
            return "by rounded figures it is about there";
        }
        return (exact ? "" : "about ") + Box.grouped(required - counted) + " more needed";
    }
}
