package org.pledgetracker.tally.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a figure would come to a number if it went on as it has: as early as at its fastest recent pace, as late as at its
 * slowest. Released figures are all that goes in, so their rounding widens the range.
 *
 * @param slowest pledges a day, over the last one, three, seven or fourteen days
 * @param earliest null: not at any of these paces
 * @param latest null: not at the slowest
 */
public record Projection(
        double slowest,
        double fastest,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    private static final List<Integer> WINDOWS = List.of(1, 3, 7, 14);
    private static final int ROUNDING = 4;
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final double FOR_EVER_DAYS = 10_000;

    /**
     * A projection.
     *
     * @param points in the order of their times
     * @param required what it has to come to
     * @return empty if nothing is known of the day before
     */
    public static Optional<Projection> of(List<Point> points, long required, Instant now) {
        List<Double> paces = new ArrayList<>();
        for (int days : WINDOWS) {
            Integer then = figureAt(points, now.minus(Duration.ofDays(days)));
            if (then != null) {
                paces.add((points.getLast().figure() - then) / (double) days);
            }
        }
        if (paces.isEmpty()) {
            return Optional.empty();
        }
        double slowest = Collections.min(paces);
        double fastest = Collections.max(paces);
        long missing = required - points.getLast().figure();
        return Optional.of(new Projection(
                slowest,
                fastest,
                after(now, Math.max(0, missing - ROUNDING), fastest),
                after(now, Math.max(0, missing + ROUNDING), slowest)));
    }

    private static @Nullable Integer figureAt(List<Point> points, Instant time) {
        Integer figure = null;
        for (Point point : points) {
            if (point.at().isAfter(time)) {
                break;
            }
            figure = point.figure();
        }
        return figure;
    }

    private static @Nullable Instant after(Instant now, long missing, double pace) {
        double days = missing / pace;
        return pace <= 0 || days > FOR_EVER_DAYS ? null : now.plusSeconds((long) (days * SECONDS_A_DAY));
    }
}
