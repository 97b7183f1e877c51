package org.pledgetracker.notifier.inbox;

import java.util.List;
import java.util.Map;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.Cursor;
import org.pledgetracker.notifier.alert.Inbox;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.subscribing.MySubscription;
import org.pledgetracker.notifier.subscribing.Patches;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox for people. */
@Controller
class InboxPages {

    private final InboxView view;
    private final Acknowledging acknowledging;
    private final MySubscription mine;
    private final FailedDeliveries failed;

    InboxPages(InboxView view, Acknowledging acknowledging, MySubscription mine, FailedDeliveries failed) {
        this.view = view;
        this.acknowledging = acknowledging;
        this.mine = mine;
        this.failed = failed;
    }

    /** @param show all, or only those that are unread or that nobody has acknowledged */
    @GetMapping("/")
    String inbox(Member member, @RequestParam(defaultValue = "all") String show, Model model) {
        mine.seen(member);
        Inbox inbox = view.inbox();
        // first, so that nothing falls between the page and the live alerts that start at this cursor
        Patch patch = Patches.of(member);
        Cursor cursor = inbox.end(patch);
        Cursor read = mine.readUpTo(member);
        Map<String, List<String>> failures = failed.of(mine.rep(member));
        List<AlertRow> rows = inbox.alerts(patch).stream()
                .map(alert -> AlertRow.of(
                        alert,
                        view.campaigns(),
                        !read.hasSeen(alert.raisedAt()),
                        failures.getOrDefault(alert.id(), List.of())))
                .toList();
        model.addAttribute("bookmark", inbox.bookmark(cursor));
        model.addAttribute("show", show);
        model.addAttribute("unread", rows.stream().filter(AlertRow::unread).count());
        model.addAttribute(
                "open", rows.stream().filter(row -> row.acknowledged() == null).count());
        model.addAttribute("total", rows.size());
        model.addAttribute("failed", !failures.isEmpty());
        model.addAttribute(
                "alerts", rows.stream().filter(row -> isShown(row, show)).toList());
        return "notifier-service/inbox";
    }

    /** @param bookmark up to where the page showed alerts */
    @PostMapping("/alerts/read")
    String read(Member member, @RequestParam String bookmark) throws InterruptedException {
        Cursor cursor = view.inbox().cursor(bookmark, Patches.of(member)).orElse(Cursor.START);
        mine.read(member, cursor);
        return "redirect:/";
    }

    /** One alert, for the page to insert as it comes. */
    @GetMapping("/alerts/{id}")
    String alert(@PathVariable String id, Member member, Model model) {
        Alert alert = view.inbox()
                .alert(id, Patches.of(member))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-alert",
                        "There is no such alert",
                        "It is not among the alerts of your regions: open the list of alerts again."));
        model.addAttribute("alert", row(alert));
        return "notifier-service/alert :: alert";
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    String acknowledge(@PathVariable String id, Member member) throws InterruptedException {
        Alert alert = acknowledging.acknowledge(id, member);
        return "redirect:/#" + alert.id();
    }

    private AlertRow row(Alert alert) {
        return AlertRow.of(alert, view.campaigns(), true, List.of());
    }

    private static boolean isShown(AlertRow row, String show) {
        return switch (show) {
            case "unread" -> row.unread();
            case "open" -> row.acknowledged() == null;
            default -> true;
        };
    }
}
