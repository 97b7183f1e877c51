package org.pledgetracker.tally.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pledgetracker.tally.history.Point;

/**
 * How a figure went, as a line to draw in a box of 600 by 160, and as a table.
 *
 * @param line the corners of the line
 * @param top the figure at the upper edge
 * @param from the day at the left edge
 * @param to the time at the right edge
 * @param summary what it shows, in words
 * @param lines the latest changes, the last one first
 */
record Trend(String line, String top, String from, String to, String summary, List<Line> lines) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;
    private static final int ROUND = 50;
    private static final int MOST_LINES = 12;

    Trend {
        lines = List.copyOf(lines);
    }

    /** One change. */
    record Line(String when, String figure) {}

    /**
     * The trend of some points; with fewer than two there is nothing to draw.
     *
     * @param what whose figure it is, in words
     */
    static Trend of(String what, List<Point> points, Instant now) {
        if (points.size() < 2) {
            return new Trend("", "", "", "", "The figure has not changed since it was first shown.", List.of());
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        int top = (points.stream().mapToInt(Point::figure).max().orElse(1) / ROUND + 1) * ROUND;
        String summary = "%s: from %s on %s to %s on %s"
                .formatted(
                        what,
                        Box.grouped(first.figure()),
                        Words.day(first.at()),
                        Box.grouped(last.figure()),
                        Words.day(now));
        return new Trend(
                line(points, now, top),
                Box.grouped(top),
                Words.day(first.at()),
                Words.when(now),
                summary,
                lines(points));
    }

    /** Steps, since a figure stays what it is until it is released anew. */
    private static String line(List<Point> points, Instant now, int top) {
        Instant start = points.getFirst().at();
        double span = Math.max(1, Duration.between(start, now).toSeconds());
        List<String> corners = new ArrayList<>();
        int before = points.getFirst().figure();
        for (Point point : points) {
            double x = WIDTH * Duration.between(start, point.at()).toSeconds() / span;
            corners.add(corner(x, before, top));
            corners.add(corner(x, point.figure(), top));
            before = point.figure();
        }
        corners.add(corner(WIDTH, before, top));
        return String.join(" ", corners);
    }

    private static String corner(double x, int figure, int top) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, HEIGHT - (double) HEIGHT * figure / top);
    }

    private static List<Line> lines(List<Point> points) {
        return points.reversed().stream()
                .limit(MOST_LINES)
                .map(point -> new Line(Words.when(point.at()), Box.grouped(point.figure())))
                .collect(Collectors.toList());
    }
}
