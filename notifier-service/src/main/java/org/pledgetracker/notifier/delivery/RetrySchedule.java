package org.pledgetracker.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed attempt.
 *
 * @param waits after the first attempt, the second, and so on; after the last of them there is no further attempt
 */
public record RetrySchedule(List<Duration> waits) {

    /** Each wait is made up to this much longer, so that many deliveries that failed together do not come back together. */
    private static final double JITTER = 0.25;

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /**
     * The wait after so many attempts; empty if the last one has been made.
     *
     * @param jitter a random number from 0 to 1
     */
    public Optional<Duration> waitAfter(int attempts, double jitter) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        long millis = waits.get(attempts - 1).toMillis();
        return Optional.of(Duration.ofMillis(millis + (long) (millis * JITTER * jitter)));
    }
}
