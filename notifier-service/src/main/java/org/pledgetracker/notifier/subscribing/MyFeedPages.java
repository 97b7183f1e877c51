package org.pledgetracker.notifier.subscribing;

import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a rep's feed, on the page of their subscription. */
@Controller
class MyFeedPages {

    private static final String BACK = "redirect:/subscription#feed";

    private final MyFeed mine;
    private final String home;

    MyFeedPages(MyFeed mine, WebKitProperties web) {
        this.mine = mine;
        this.home = web.addresses().notifier();
    }

    @PostMapping("/subscription/feed")
    String renew(Member member, RedirectAttributes after) throws InterruptedException {
        after.addFlashAttribute("feed", home + "/feeds/" + mine.renew(member).text());
        return BACK;
    }

    @PostMapping("/subscription/feed/end")
    String end(Member member, RedirectAttributes after) throws InterruptedException {
        mine.end(member);
        after.addFlashAttribute("feedEnded", true);
        return BACK;
    }
}
