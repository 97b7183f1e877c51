package org.pledgetracker.notifier.subscription;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.events.SubscriptionSet;

/** The subscription of every rep: the one with the highest offset, however often and late records are read. */
public final class SubscriptionBook {

    private record Latest(SubscriptionSet subscription, long offset) {}

    private final Map<String, Latest> subscriptions = new ConcurrentHashMap<>();

    /** Takes a subscription. */
    public void take(SubscriptionSet subscription, long offset) {
        subscriptions.merge(
                subscription.rep(),
                new Latest(subscription, offset),
                (before, after) -> before.offset() >= after.offset() ? before : after);
    }

    /** The subscription of a rep, if they have been here. */
    public Optional<SubscriptionSet> of(String rep) {
        return Optional.ofNullable(subscriptions.get(rep)).map(Latest::subscription);
    }

    /** All of them. */
    public Collection<SubscriptionSet> all() {
        return subscriptions.values().stream().map(Latest::subscription).toList();
    }
}
