package org.pledgetracker.notifier.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.SubscriptionSet.Timing;
import org.pledgetracker.notifier.alert.Patch;

/** A subscription on its way to becoming another: what is not changed stays as it was. */
final class Draft {

    private final String rep;
    private @Nullable String organisation;
    private boolean everywhere;
    private List<String> regions;
    private Interest interest;
    private Timing timing;
    private @Nullable Contact email;
    private @Nullable Contact webhook;
    private @Nullable Feed feed;
    private String readUpTo;
    private LocalDate lastSeenOn;

    Draft(SubscriptionSet before) {
        rep = before.rep();
        organisation = before.organisation();
        everywhere = before.everywhere();
        regions = before.regions();
        interest = before.interest();
        timing = before.timing();
        email = before.email();
        webhook = before.webhook();
        feed = before.feed();
        readUpTo = before.readUpTo();
        lastSeenOn = before.lastSeenOn();
    }

    Draft organisation(String name) {
        organisation = name;
        return this;
    }

    Draft seen(Patch patch, LocalDate day) {
        everywhere = patch.everything();
        regions = Subscriber.sorted(patch);
        lastSeenOn = day;
        return this;
    }

    Draft wanted(Interest chosen, Timing when) {
        interest = chosen;
        timing = when;
        return this;
    }

    Draft email(@Nullable Contact address) {
        email = address;
        return this;
    }

    Draft webhook(@Nullable Contact address) {
        webhook = address;
        return this;
    }

    Draft feed(@Nullable Feed other) {
        feed = other;
        return this;
    }

    Draft readUpTo(String cursor) {
        readUpTo = cursor;
        return this;
    }

    SubscriptionSet at(Instant now) {
        return new SubscriptionSet(
                rep,
                organisation,
                everywhere,
                regions,
                interest,
                timing,
                email,
                webhook,
                feed,
                readUpTo,
                lastSeenOn,
                now);
    }
}
