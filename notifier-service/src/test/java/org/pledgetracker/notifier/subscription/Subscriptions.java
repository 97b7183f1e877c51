package org.pledgetracker.notifier.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.SubscriptionSet.Timing;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.notifier.alert.Patch;

/** Subscriptions for tests. */
public final class Subscriptions {

    public static final Instant MORNING = Crossings.NOON.minusSeconds(3 * 3600);
    public static final Timing AT_ONCE = new Timing(null, null, null);
    public static final Interest ALL = new Interest(List.of(), true, List.of(), List.of(), List.of(), List.of());

    private Subscriptions() {}

    /** A rep for London who has said nothing yet. */
    public static SubscriptionSet london(String rep) {
        return Subscriber.first(rep, Patch.of(Set.of("london")), "", MORNING);
    }

    /** A rep for London with these addresses. */
    public static SubscriptionSet london(String rep, @Nullable Contact email, @Nullable Contact webhook) {
        return Subscriber.with(london(rep), ALL, AT_ONCE, email, webhook, MORNING);
    }

    /** An address that has been there since the morning. */
    public static Contact contact(String mark) {
        return new Contact("c2VhbGVk", mark, MORNING, null);
    }
}
