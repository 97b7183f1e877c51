package org.pledgetracker.webkit.limit;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * How many calls in how long, written as {@code 600/1m}; all of them may come at once.
 *
 * @param calls nought for no limit, written as {@code none}
 */
public record Rate(int calls, Duration per) {

    private static final String UNLIMITED = "none";

    public Rate {
        if (calls < 0 || !per.isPositive()) {
            throw new IllegalArgumentException("a rate has a number of calls and a time");
        }
    }

    /** As settings write it: Spring reads them by this name. */
    public static Rate valueOf(String text) {
        if (text.strip().equals(UNLIMITED)) {
            return new Rate(0, Duration.ofSeconds(1));
        }
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 2 && Integer.parseInt(parts[0].strip()) > 0) {
                return new Rate(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
            }
        } catch (IllegalArgumentException e) {
            // Said below
        }
        throw new IllegalArgumentException("'" + text + "' is no rate: write one such as 600/1m, or none");
    }

    boolean isUnlimited() {
        return calls == 0;
    }
}
