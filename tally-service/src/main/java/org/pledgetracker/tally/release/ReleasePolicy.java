package org.pledgetracker.tally.release;

import org.jspecify.annotations.Nullable;

/**
 * How a figure is released: hidden, or a multiple of a step that moves only when the truth is a whole step away, so that
 * one pledge never shows.
 *
 * @param shownFrom the smallest figure that is shown
 * @param hiddenAt at or below this truth, a figure is hidden again
 * @param step shown figures are multiples of it
 */
public record ReleasePolicy(int shownFrom, int hiddenAt, int step) {

    /** "Fewer than 10", else in fives. */
    public static final ReleasePolicy FIVES_FROM_TEN = new ReleasePolicy(10, 5, 5);

    /**
     * The next released figure.
     *
     * @param last what was released before; null: hidden
     * @return null: hidden
     */
    public @Nullable Integer next(@Nullable Integer last, int truth) {
        if (truth <= hiddenAt || (last == null && truth < shownFrom)) {
            return null;
        }
        int shown = last == null ? shownFrom : last;
        return Math.abs(truth - shown) < step ? shown : Math.max(shownFrom, nearest(truth));
    }

    private int nearest(int truth) {
        return (truth + step / 2) / step * step;
    }
}
