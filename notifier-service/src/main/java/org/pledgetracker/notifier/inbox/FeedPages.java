package org.pledgetracker.notifier.inbox;

import java.util.List;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.subscribing.MyFeed;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for feed readers, which cannot sign in: the token in the address is all that they show. */
@RestController
class FeedPages {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final InboxView view;
    private final MyFeed feeds;
    private final String home;

    FeedPages(InboxView view, MyFeed feeds, WebKitProperties web) {
        this.view = view;
        this.feeds = feeds;
        this.home = web.addresses().notifier();
    }

    @GetMapping("/feeds/{token}")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        SubscriptionSet subscription = feeds.subscription(token).orElseThrow(FeedPages::unknown);
        Feed feed = subscription.feed();
        if (feed == null) {
            throw unknown();
        }
        List<Alert> alerts = view.inbox().alerts(Subscriber.patch(subscription));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(AtomFeed.of(subscription, feed.since(), alerts, view.campaigns(), home));
    }

    /** The same for every token that does not work, whatever the reason. */
    private static Problem unknown() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-feed",
                "There is no such feed",
                "Sign in, and make a feed under Alerts, What you are told.");
    }
}
