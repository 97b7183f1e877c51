package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A threshold was reached, upwards. */
public record ThresholdReached(
        String campaign,
        String threshold,
        int crossing,
        String title,
        String action,
        @Nullable String region,
        @Nullable EmploymentType employmentType,
        AtLeast atLeast,
        long required,
        CountedBasis of,
        Cause cause,
        int definitionVersion,
        long offset,
        Instant at)
        implements ThresholdCrossed {

    public static final String TYPE = "threshold.reached.v1";

    public ThresholdReached {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(atLeast, "atLeast");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }
}
