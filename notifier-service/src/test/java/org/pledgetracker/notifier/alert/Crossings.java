package org.pledgetracker.notifier.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdLost;
import org.pledgetracker.events.ThresholdReached;

/** Crossings and acknowledgements for tests. */
public final class Crossings {

    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Crossings() {}

    /** A threshold with this id is reached, as many minutes after noon as the crossing's number. */
    public static ThresholdReached reached(String campaign, String threshold, @Nullable String region, int crossing) {
        return new ThresholdReached(
                campaign,
                threshold,
                crossing,
                "Ten or more: " + threshold,
                "work-to-rule",
                region,
                null,
                AtLeast.count(10),
                10,
                CountedBasis.PLEDGED,
                ThresholdCrossed.Cause.PLEDGES,
                1,
                crossing,
                NOON.plusSeconds(60L * crossing));
    }

    /** The same crossing at another moment. */
    public static ThresholdReached at(ThresholdReached like, Instant at) {
        return new ThresholdReached(
                like.campaign(),
                like.threshold(),
                like.crossing(),
                like.title(),
                like.action(),
                like.region(),
                like.employmentType(),
                like.atLeast(),
                like.required(),
                like.of(),
                like.cause(),
                like.definitionVersion(),
                like.offset(),
                at);
    }

    /** A threshold with this id is lost. */
    public static ThresholdLost lost(String campaign, String threshold, @Nullable String region, int crossing) {
        ThresholdReached like = reached(campaign, threshold, region, crossing);
        return new ThresholdLost(
                like.campaign(),
                like.threshold(),
                like.crossing(),
                like.title(),
                like.action(),
                like.region(),
                like.employmentType(),
                like.atLeast(),
                like.required(),
                like.of(),
                like.cause(),
                like.definitionVersion(),
                like.offset(),
                like.at());
    }

    /** A rep acknowledges the alert for a crossing. */
    public static AlertAcknowledged acknowledged(ThresholdCrossed crossing, String rep, String region) {
        return new AlertAcknowledged(
                crossing.campaign(), crossing.threshold(), crossing.crossing(), rep, List.of(region), NOON);
    }
}
