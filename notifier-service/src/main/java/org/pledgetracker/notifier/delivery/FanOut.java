package org.pledgetracker.notifier.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.pledgetracker.events.AlertEvent;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.subscription.MailTime;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.notifier.subscription.Wanted;

/** One crossing becomes one delivery for each subscription that wants it and each of its channels. */
public final class FanOut {

    private FanOut() {}

    /** All that is to be written in one transaction; it ends in {@link AlertRaised}. */
    public static List<AlertEvent> of(
            ThresholdCrossed crossing, Collection<SubscriptionSet> subscriptions, Instant now) {
        List<AlertEvent> events = new ArrayList<>();
        for (SubscriptionSet subscription : subscriptions) {
            if (!Subscriber.hasLapsed(subscription, now) && Wanted.isWanted(subscription, crossing)) {
                request(crossing, subscription, now, events);
            }
        }
        events.add(new AlertRaised(crossing.campaign(), crossing.threshold(), crossing.crossing(), events.size(), now));
        return events;
    }

    private static void request(
            ThresholdCrossed crossing, SubscriptionSet subscription, Instant now, List<AlertEvent> events) {
        if (Wanted.goesTo(subscription.email(), crossing)) {
            String mark = Objects.requireNonNull(subscription.email()).mark();
            Instant dueAt = MailTime.dueAt(subscription.timing(), now);
            events.add(new DeliveryRequested(delivery(crossing, subscription, Channel.EMAIL, mark), dueAt, now));
        }
        if (Wanted.goesTo(subscription.webhook(), crossing)) {
            String mark = Objects.requireNonNull(subscription.webhook()).mark();
            events.add(new DeliveryRequested(delivery(crossing, subscription, Channel.WEBHOOK, mark), now, now));
        }
    }

    private static Delivery delivery(
            ThresholdCrossed crossing, SubscriptionSet subscription, Channel channel, String mark) {
        return new Delivery(
                crossing.campaign(), crossing.threshold(), crossing.crossing(), subscription.rep(), channel, mark);
    }
}
