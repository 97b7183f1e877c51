package org.pledgetracker.notifier.inbox;

import java.util.List;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.Cursor;
import org.pledgetracker.notifier.alert.Inbox;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The inbox for people. */
@Controller
class InboxPages {

    private final InboxView view;
    private final Acknowledging acknowledging;

    InboxPages(InboxView view, Acknowledging acknowledging) {
        this.view = view;
        this.acknowledging = acknowledging;
    }

    @GetMapping("/")
    String inbox(Member member, Model model) {
        Inbox inbox = view.inbox();
        // first, so that nothing falls between the page and the live alerts that start at this cursor
        Cursor cursor = inbox.end();
        List<AlertRow> rows =
                inbox.alerts(Patches.of(member)).stream().map(this::row).toList();
        model.addAttribute("cursor", cursor.toString());
        model.addAttribute("alerts", rows);
        return "notifier-service/inbox";
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
        return AlertRow.of(alert, view.campaigns());
    }
}
