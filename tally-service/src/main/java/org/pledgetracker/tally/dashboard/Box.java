package org.pledgetracker.tally.dashboard;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.view.Counts;

/**
 * One figure of the table, as it is written and shaded.
 *
 * @param text the figure, or why there is none
 * @param share of the electorate, in words; empty where that is unknown
 * @param style one of a fixed set of classes; the text says the same without colour
 */
record Box(String text, String share, String style) {

    static final Box CLOSED = new Box("not open", "", "closed");
    static final Box NOT_YOURS = new Box("not shown", "", "closed");

    private static final int[] HEAT_FROM_PERCENT = {1, 15, 30, 45, 60};

    static Box of(@Nullable Integer figure, Counts counts) {
        if (figure == null) {
            return new Box("fewer than 10", "", "heat-0");
        }
        Long electorate = counts.electorate();
        if (electorate == null || electorate == 0) {
            return new Box(grouped(figure), "", "heat-0");
        }
        long percent = Math.round(100.0 * figure / electorate);
        return new Box(grouped(figure), "%d %% of %s".formatted(percent, grouped(electorate)), "heat-" + heat(percent));
    }

    private static int heat(long percent) {
        int heat = 0;
        for (int from : HEAT_FROM_PERCENT) {
            heat += percent >= from ? 1 : 0;
        }
        return heat;
    }

    private static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }
}
