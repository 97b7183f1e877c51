package org.pledgetracker.notifier.delivery;

import java.time.Instant;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;

/** What follows from an attempt, and when there is to be one. */
public final class Attempt {

    private Attempt() {}

    /** Whether a delivery that stands so is still to be made. */
    public static boolean isPending(DeliveryEvent latest) {
        return switch (latest) {
            case DeliveryRequested requested -> true;
            case DeliveryFailed failed -> true;
            case DeliveryDelivered delivered -> false;
            case DeliveryAbandoned abandoned -> false;
        };
    }

    /** Whether a delivery that stands so was delivered or given up before that moment. */
    public static boolean isSettledBefore(DeliveryEvent latest, Instant moment) {
        return !isPending(latest) && latest.at().isBefore(moment);
    }

    /** When a pending delivery is to be tried; the end of time for one that is not. */
    public static Instant dueAt(DeliveryEvent latest) {
        return switch (latest) {
            case DeliveryRequested requested -> requested.dueAt();
            case DeliveryFailed failed -> failed.nextAttemptAt();
            case DeliveryDelivered delivered -> Instant.MAX;
            case DeliveryAbandoned abandoned -> Instant.MAX;
        };
    }

    /**
     * How the delivery stands after an attempt.
     *
     * @param jitter a random number from 0 to 1
     */
    public static DeliveryEvent after(
            DeliveryEvent latest, Outcome outcome, RetrySchedule schedule, Instant now, double jitter) {
        Delivery delivery = latest.delivery();
        int attempts = latest.attempts() + 1;
        return switch (outcome) {
            case Outcome.Taken taken -> new DeliveryDelivered(delivery, attempts, now);
            case Outcome.Refused refused -> new DeliveryAbandoned(delivery, attempts, refused.reason(), now);
            case Outcome.Gone gone -> new DeliveryAbandoned(delivery, attempts, gone.reason(), now);
            case Outcome.Failed failed ->
                schedule.waitAfter(attempts, jitter)
                        .<DeliveryEvent>map(
                                wait -> new DeliveryFailed(delivery, attempts, failed.reason(), now.plus(wait), now))
                        .orElseGet(() -> new DeliveryAbandoned(delivery, attempts, failed.reason(), now));
        };
    }
}
