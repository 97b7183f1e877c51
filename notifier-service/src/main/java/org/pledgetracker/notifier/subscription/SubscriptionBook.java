package org.pledgetracker.notifier.subscription;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;

/** The subscription of every rep: the one with the highest offset, however often and late records are read. */
public final class SubscriptionBook {

    /** @param subscription null once it is erased: its offset keeps what is read again from bringing it back */
    private record Latest(@Nullable SubscriptionSet subscription, long offset) {}

    private final Map<String, Latest> subscriptions = new ConcurrentHashMap<>();

    /** Takes a subscription. */
    public void take(SubscriptionSet subscription, long offset) {
        take(subscription.rep(), new Latest(subscription, offset));
    }

    /** Takes that a subscription was erased. */
    public void erased(String rep, long offset) {
        take(rep, new Latest(null, offset));
    }

    private void take(String rep, Latest latest) {
        subscriptions.merge(rep, latest, (before, after) -> before.offset() >= after.offset() ? before : after);
    }

    /** The subscription of a rep, if they have been here. */
    public Optional<SubscriptionSet> of(String rep) {
        return Optional.ofNullable(subscriptions.get(rep)).map(Latest::subscription);
    }

    /** The subscription whose feed has this mark. */
    public Optional<SubscriptionSet> withFeed(String mark) {
        return all().stream()
                .filter(found -> found.feed() != null && found.feed().mark().equals(mark))
                .findFirst();
    }

    /** All of them. */
    public Collection<SubscriptionSet> all() {
        return subscriptions.values().stream()
                .flatMap(latest -> Stream.ofNullable(latest.subscription()))
                .toList();
    }
}
