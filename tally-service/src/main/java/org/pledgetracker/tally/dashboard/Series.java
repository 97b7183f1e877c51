package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.history.Point;
import org.pledgetracker.tally.view.Past;
import org.pledgetracker.tally.view.Tallies;

/** How one figure went. */
final class Series {

    private Series() {}

    /**
     * The points at which a figure changed.
     *
     * @param figure null where it is hidden; what came before the last such point is left out
     * @param latest as it is now
     */
    static List<Point> of(
            List<Past> past,
            Tallies.OfAction latest,
            Instant now,
            Function<Tallies.OfAction, @Nullable Integer> figure) {
        List<Point> points = new ArrayList<>();
        for (Past each : past) {
            add(points, each.at(), figure.apply(each.tally()));
        }
        add(points, now, figure.apply(latest));
        return List.copyOf(points);
    }

    private static void add(List<Point> points, Instant at, @Nullable Integer figure) {
        if (figure == null) {
            points.clear();
        } else if (points.isEmpty() || points.getLast().figure() != figure) {
            points.add(new Point(at, figure));
        }
    }
}
