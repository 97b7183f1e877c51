package org.pledgetracker.tally.preview;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.threshold.Level;

/**
 * How a threshold would stand now.
 *
 * @param counted the pledges that it would look at
 * @param required how many it would ask for; null where that is a share of nobody or of an unknown number
 * @param missing how many more it would need; null where that is not known
 * @param met whether it would be reached at once
 */
public record Preview(
        long counted, @Nullable Long required, @Nullable Long missing, boolean met) {

    static Preview of(Level level) {
        OptionalLong required = level.required();
        if (required.isEmpty()) {
            return new Preview(level.counted(), null, null, false);
        }
        long asked = required.getAsLong();
        return new Preview(level.counted(), asked, Math.max(0, asked - level.counted()), level.isMet());
    }

    /** The same in words. */
    String sentence() {
        if (required == null || missing == null) {
            return "It could not be reached: nobody knows how many GPs it is a share of.";
        }
        String of = grouped(counted) + " of " + grouped(required) + ".";
        return met ? "It would be met now: " + of : "It needs " + grouped(missing) + " more: " + of;
    }

    private static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }
}
