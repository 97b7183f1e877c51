package org.pledgetracker.notifier.subscribing;

import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.UnsubscribeLink;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The link in every mail that stops them. It works without signing in; opening it changes nothing, since mail scanners open
 * links. A mail program that knows RFC 8058 posts to the same address by itself.
 */
@Controller
class UnsubscribePages {

    private final Subscribing subscribing;
    private final NotifierKey key;

    UnsubscribePages(Subscribing subscribing, NotifierKey key) {
        this.subscribing = subscribing;
        this.key = key;
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("subscribed", subscribing.isSubscribed(link(token)));
        model.addAttribute("done", false);
        return "notifier-service/unsubscribe";
    }

    @PostMapping("/unsubscribe/{token}")
    String unsubscribe(@PathVariable String token, Model model) throws InterruptedException {
        subscribing.unsubscribe(link(token));
        model.addAttribute("subscribed", false);
        model.addAttribute("done", true);
        return "notifier-service/unsubscribe";
    }

    private UnsubscribeLink link(String token) {
        return UnsubscribeLink.of(token, key)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-link",
                        "This link does not work",
                        "Open the link in the latest mail, or sign in and choose what you get under Alerts."));
    }
}
