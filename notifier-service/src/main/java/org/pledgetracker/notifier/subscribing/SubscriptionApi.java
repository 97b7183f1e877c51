package org.pledgetracker.notifier.subscribing;

import org.pledgetracker.notifier.subscription.Wish;
import org.pledgetracker.webkit.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A rep's own subscription for programs. */
@RestController
@RequestMapping("/api/my-subscriptions")
class SubscriptionApi {

    private final MySubscription mine;

    SubscriptionApi(MySubscription mine) {
        this.mine = mine;
    }

    @GetMapping
    SubscriptionShape show(Member member) {
        mine.seen(member);
        return mine.show(member);
    }

    @PutMapping
    SubscriptionShape set(Member member, @RequestBody Wish wish) throws InterruptedException {
        return mine.grant(member, wish);
    }

    @PostMapping("/webhook-secret")
    SubscriptionShape rotate(Member member) throws InterruptedException {
        return mine.rotateSecret(member);
    }
}
