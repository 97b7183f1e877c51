package org.pledgetracker.tally.threshold;

import java.time.Instant;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdCrossed.Cause;
import org.pledgetracker.events.ThresholdLost;
import org.pledgetracker.events.ThresholdReached;

/**
 * The fact that a threshold was crossed, in the making.
 *
 * @param offset the last offset of the pledges that it was decided on
 */
public record Crossing(
        String campaign, int definitionVersion, Threshold threshold, Level level, long offset, Instant at) {

    /** The event for a latch that has just been crossed. */
    public ThresholdCrossed event(Latch latch, Cause cause) {
        Threshold t = threshold;
        // a share of nobody can only be lost; then there is no number that it asks for
        long required = level.required().orElse(0);
        return latch.reached()
                ? new ThresholdReached(
                        campaign,
                        t.id(),
                        latch.crossing(),
                        t.title(),
                        t.action(),
                        t.region(),
                        t.employmentType(),
                        t.atLeast(),
                        required,
                        t.of(),
                        cause,
                        definitionVersion,
                        offset,
                        at)
                : new ThresholdLost(
                        campaign,
                        t.id(),
                        latch.crossing(),
                        t.title(),
                        t.action(),
                        t.region(),
                        t.employmentType(),
                        t.atLeast(),
                        required,
                        t.of(),
                        cause,
                        definitionVersion,
                        offset,
                        at);
    }
}
