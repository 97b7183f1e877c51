package org.pledgetracker.tally.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdCrossed.Cause;
import org.pledgetracker.events.ThresholdReached;

/**
 * What is remembered of a threshold: it is reached once, quiet while it stays reached, and lost only after it has been
 * below for long enough.
 *
 * @param crossing the number of the last crossing, 0 before the first
 * @param below since when and why it is below while it still counts as reached; null if it is not
 */
public record Latch(boolean reached, int crossing, @Nullable Below below) {

    /** A threshold that was never crossed. */
    public static final Latch NEW = new Latch(false, 0, null);

    /** The latch as its last crossing left it. */
    public static Latch after(ThresholdCrossed crossed) {
        return new Latch(crossed instanceof ThresholdReached, crossed.crossing(), null);
    }

    /**
     * Looks at the tally.
     *
     * @param cause what has moved since the last look
     */
    public Step look(Level level, Duration lostAfter, Cause cause, Instant now) {
        if (!reached) {
            return level.isMet() ? new Step(new Latch(true, crossing + 1, null), cause) : quiet(this);
        }
        if (!level.isBelow()) {
            return quiet(below == null ? this : new Latch(true, crossing, null));
        }
        Below since = below == null ? new Below(now, cause) : below;
        return now.isBefore(since.at().plus(lostAfter))
                ? quiet(new Latch(true, crossing, since))
                : new Step(new Latch(false, crossing + 1, null), since.cause());
    }

    /** When to look again although nothing has moved. */
    public Optional<Instant> due(Duration lostAfter) {
        return Optional.ofNullable(below).map(since -> since.at().plus(lostAfter));
    }

    private static Step quiet(Latch latch) {
        return new Step(latch, null);
    }

    /** Since when a reached threshold is below, and what took it there. */
    public record Below(Instant at, Cause cause) {}

    /**
     * What a look led to.
     *
     * @param crossedBy the cause of a crossing; null if there was none
     */
    public record Step(Latch latch, @Nullable Cause crossedBy) {}
}
