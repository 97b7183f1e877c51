package org.pledgetracker.tally.dashboard;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.view.Counts;

/**
 * One figure of the table, as it is written and shaded.
 *
 * @param text the figure, or why there is none
 * @param detail what it is of, in words; empty where that is unknown
 * @param mark how full it is, as a sign that needs no colour; empty where that is unknown
 * @param style one of a fixed set of classes; text and mark say the same without colour
 */
record Box(String text, String detail, String mark, String style) {

    static final Box CLOSED = new Box("not open", "", "", "closed");
    static final Box NOT_YOURS = new Box("not shown", "", "", "closed");

    private static final int[] HEAT_FROM_PERCENT = {1, 15, 30, 45, 60};
    private static final String[] MARKS = {"○", "◔", "◔", "◑", "◕", "●"};

    /** @param share the share first, rather than the count */
    static Box of(@Nullable Integer figure, Counts counts, boolean share) {
        if (figure == null) {
            return new Box("fewer than 10", "", "", "heat-0");
        }
        Long electorate = counts.electorate();
        if (electorate == null || electorate == 0) {
            return new Box(grouped(figure), share ? "share unknown" : "", "", "heat-0");
        }
        long percent = Math.round(100.0 * figure / electorate);
        int heat = heat(percent);
        String part = percent == 0 && figure > 0 ? "under 1 %" : percent + " %";
        return share
                ? new Box(part, grouped(figure) + " of " + grouped(electorate), MARKS[heat], "heat-" + heat)
                : new Box(grouped(figure), part + " of " + grouped(electorate), MARKS[heat], "heat-" + heat);
    }

    private static int heat(long percent) {
        int heat = 0;
        for (int from : HEAT_FROM_PERCENT) {
            heat += percent >= from ? 1 : 0;
        }
        return heat;
    }

    static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }
}
