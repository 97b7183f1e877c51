package org.pledgetracker.tally.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdReached;

/**
 * How a threshold stands, as the API tells it.
 *
 * @param required the number of pledges it asks for; null where that is a share of an unknown number
 * @param crossing the number of its last crossing, 0 before the first
 * @param changedAt when it was crossed last; null before the first time
 */
public record ThresholdState(
        String threshold,
        String title,
        String action,
        @Nullable String region,
        @Nullable EmploymentType employmentType,
        AtLeast atLeast,
        CountedBasis of,
        @Nullable Long required,
        boolean reached,
        int crossing,
        @Nullable Instant changedAt) {

    static ThresholdState of(Threshold threshold, @Nullable Long required, @Nullable ThresholdCrossed last) {
        return new ThresholdState(
                threshold.id(),
                threshold.title(),
                threshold.action(),
                threshold.region(),
                threshold.employmentType(),
                threshold.atLeast(),
                threshold.of(),
                required,
                last instanceof ThresholdReached,
                last == null ? 0 : last.crossing(),
                last == null ? null : last.at());
    }
}
