package org.pledgetracker.notifier.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.SubscriptionSet.Timing;
import org.pledgetracker.notifier.alert.Patch;

/** How a subscription comes to be and changes. */
public final class Subscriber {

    /** Where reps live: days and times are meant there. */
    public static final ZoneId UK = ZoneId.of("Europe/London");

    /** So long after the last sign-in with the role nothing is delivered any more. */
    static final int LAPSE_DAYS = 30;

    private static final Interest EVERYTHING_OF_MINE =
            new Interest(List.of(), true, List.of(), List.of(), List.of(), List.of());
    private static final Timing AT_ONCE = new Timing(null, null, null);

    private Subscriber() {}

    /** What a rep has who never said anything: their regions and the national thresholds, in the inbox only. */
    public static SubscriptionSet first(String rep, Patch patch, String readUpTo, Instant now) {
        return new SubscriptionSet(
                rep,
                null,
                patch.everything(),
                sorted(patch),
                EVERYTHING_OF_MINE,
                AT_ONCE,
                null,
                null,
                null,
                readUpTo,
                day(now),
                now);
    }

    /** Whether a sign-in says something that the subscription does not know: a new day, or other regions. */
    public static boolean isNews(SubscriptionSet subscription, Patch patch, Instant now) {
        return !subscription.lastSeenOn().equals(day(now))
                || subscription.everywhere() != patch.everything()
                || !subscription.regions().equals(sorted(patch));
    }

    /** The subscription once its rep has been seen. */
    public static SubscriptionSet seen(SubscriptionSet subscription, Patch patch, Instant now) {
        return new Draft(subscription).seen(patch, day(now)).at(now);
    }

    /** The subscription with another interest, timing and other addresses. */
    public static SubscriptionSet with(
            SubscriptionSet subscription,
            Interest interest,
            Timing timing,
            @Nullable Contact email,
            @Nullable Contact webhook,
            Instant now) {
        return new Draft(subscription)
                .wanted(interest, timing)
                .email(email)
                .webhook(webhook)
                .at(now);
    }

    /** The subscription without mail. */
    public static SubscriptionSet withoutEmail(SubscriptionSet subscription, Instant now) {
        return new Draft(subscription).email(null).at(now);
    }

    /** The subscription with that webhook. */
    public static SubscriptionSet withWebhook(SubscriptionSet subscription, Contact webhook, Instant now) {
        return new Draft(subscription).webhook(webhook).at(now);
    }

    /** The subscription whose webhook is kept but not called, and why. */
    public static SubscriptionSet withoutWebhook(SubscriptionSet subscription, String reason, Instant now) {
        Contact webhook = subscription.webhook();
        Contact disabled =
                webhook == null ? null : new Contact(webhook.sealed(), webhook.mark(), webhook.since(), reason);
        return new Draft(subscription).webhook(disabled).at(now);
    }

    /** The subscription with that feed instead of any before; without one for null. */
    public static SubscriptionSet withFeed(SubscriptionSet subscription, @Nullable Feed feed, Instant now) {
        return new Draft(subscription).feed(feed).at(now);
    }

    /** The subscription as one of the organisation, which is told of all regions by that webhook. */
    public static SubscriptionSet ofOrganisation(
            SubscriptionSet subscription, String name, Contact webhook, Instant now) {
        return new Draft(subscription).organisation(name).webhook(webhook).at(now);
    }

    /** The subscription once its rep has read the inbox up to this cursor. */
    public static SubscriptionSet read(SubscriptionSet subscription, String readUpTo, Instant now) {
        return new Draft(subscription).readUpTo(readUpTo).at(now);
    }

    /** Whether its rep has not signed in with the role for too long. The organisation's end only when they are removed. */
    public static boolean hasLapsed(SubscriptionSet subscription, Instant now) {
        return subscription.organisation() == null
                && subscription.lastSeenOn().plusDays(LAPSE_DAYS).isBefore(day(now));
    }

    /** What its rep looks after, as their last sign-in said. */
    public static Patch patch(SubscriptionSet subscription) {
        return subscription.everywhere() ? Patch.whole() : Patch.of(Set.copyOf(subscription.regions()));
    }

    static List<String> sorted(Patch patch) {
        return patch.regions().stream().sorted().toList();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, UK);
    }
}
