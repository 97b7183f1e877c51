package org.pledgetracker.notifier.subscribing;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Feed;

/**
 * A subscription as the API shows it to its rep. An empty list stands for all.
 *
 * @param email in plain, for its owner alone
 * @param webhook where it calls
 * @param webhookDisabled why it is not called any more; null while it is
 * @param feedSince since when the inbox can be read as a feed; null if it cannot
 * @param webhookSecret only in the answer that makes it: it is not shown again
 */
record SubscriptionShape(
        List<String> campaigns,
        boolean national,
        List<String> regions,
        List<EmploymentType> employmentTypes,
        List<String> actions,
        List<String> thresholds,
        @Nullable String email,
        @Nullable String webhook,
        @Nullable String webhookDisabled,
        @Nullable String webhookSecret,
        @Nullable Instant feedSince,
        @Nullable LocalTime dailyAt,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        Instant changedAt) {

    static SubscriptionShape of(SubscriptionSet subscription, SealedAddresses addresses, @Nullable String newSecret) {
        Contact webhook = subscription.webhook();
        Feed feed = subscription.feed();
        return new SubscriptionShape(
                subscription.interest().campaigns(),
                subscription.interest().national(),
                subscription.interest().regions(),
                subscription.interest().employmentTypes(),
                subscription.interest().actions(),
                subscription.interest().thresholds(),
                addresses.email(subscription),
                addresses.webhookUrl(subscription),
                webhook == null ? null : webhook.disabled(),
                newSecret,
                feed == null ? null : feed.since(),
                subscription.timing().dailyAt(),
                subscription.timing().quietFrom(),
                subscription.timing().quietTo(),
                subscription.at());
    }
}
