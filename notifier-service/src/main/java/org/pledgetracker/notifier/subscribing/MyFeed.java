package org.pledgetracker.notifier.subscribing;

import java.time.InstantSource;
import java.util.Optional;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.subscription.FeedToken;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;

/** The one feed of a rep, by whose token their inbox is read without signing in. */
@Component
public class MyFeed {

    private final Subscribing subscribing;
    private final DeliveryLog log;
    private final RepHandle handle;
    private final NotifierKey key;

    MyFeed(Subscribing subscribing, DeliveryLog log, RepHandle handle, NotifierKey key) {
        this.subscribing = subscribing;
        this.log = log;
        this.handle = handle;
        this.key = key;
    }

    /** Whose feed has this token; empty if none has, not any more, or its rep has lapsed. */
    public Optional<SubscriptionSet> subscription(String token) {
        return FeedToken.of(token)
                .flatMap(known -> log.subscriptions().withFeed(known.mark(key)))
                .filter(found ->
                        !Subscriber.hasLapsed(found, InstantSource.system().instant()));
    }

    /** Makes a feed, in place of any before. Its token is told this once. */
    FeedToken renew(Member member) throws InterruptedException {
        FeedToken token = FeedToken.fresh();
        subscribing.change(
                handle.of(member.issuer(), member.subject()),
                Patches.of(member),
                before -> Subscriber.withFeed(before, new Feed(token.mark(key), before.at()), before.at()));
        return token;
    }

    /** Ends the feed, if there is one. */
    void end(Member member) throws InterruptedException {
        subscribing.change(
                handle.of(member.issuer(), member.subject()),
                Patches.of(member),
                before -> Subscriber.withFeed(before, null, before.at()));
    }
}
