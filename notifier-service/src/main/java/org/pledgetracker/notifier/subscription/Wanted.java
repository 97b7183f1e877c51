package org.pledgetracker.notifier.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.ThresholdCrossed;

/** Which crossings a rep is told of. */
public final class Wanted {

    private Wanted() {}

    /** Whether this crossing is of the rep's own patch, and among what they asked for. */
    public static boolean isWanted(SubscriptionSet subscription, ThresholdCrossed crossing) {
        Interest interest = subscription.interest();
        return isWantedThere(subscription, crossing.region())
                && allows(interest.campaigns(), crossing.campaign())
                && allows(interest.employmentTypes(), crossing.employmentType())
                && allows(interest.actions(), crossing.action())
                && allows(interest.thresholds(), crossing.campaign() + "/" + crossing.threshold());
    }

    /** Whether it is to be delivered to this address: one that is used, and was given before the crossing. */
    public static boolean goesTo(@Nullable Contact contact, ThresholdCrossed crossing) {
        return contact != null && contact.disabled() == null && !contact.since().isAfter(crossing.at());
    }

    private static boolean isWantedThere(SubscriptionSet subscription, @Nullable String region) {
        if (region == null) {
            return subscription.interest().national();
        }
        boolean theirs = subscription.everywhere() || subscription.regions().contains(region);
        return theirs && allows(subscription.interest().regions(), region);
    }

    /** A threshold of all employment types interests also a rep of one of them. */
    private static <T> boolean allows(List<T> wanted, @Nullable T found) {
        return wanted.isEmpty() || found == null || wanted.contains(found);
    }
}
