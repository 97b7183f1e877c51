package org.pledgetracker.notifier.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.notifier.alert.Cursor;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.subscribing.MySubscription;
import org.pledgetracker.notifier.subscribing.Patches;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs. */
@RestController
@RequestMapping("/api/alerts")
class AlertsApi {

    private final InboxView view;
    private final Acknowledging acknowledging;
    private final LiveAlerts live;
    private final MySubscription mine;

    AlertsApi(InboxView view, Acknowledging acknowledging, LiveAlerts live, MySubscription mine) {
        this.view = view;
        this.acknowledging = acknowledging;
        this.live = live;
        this.mine = mine;
    }

    @GetMapping
    List<AlertShape> alerts(Member member) {
        mine.seen(member);
        return view.inbox().alerts(Patches.of(member)).stream()
                .map(AlertShape::of)
                .toList();
    }

    /** @param after the bookmark of a page that shows what was there until then; Last-Event-ID is newer where there is one */
    @GetMapping("/live")
    void live(
            Member member,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        String given = lastEventId == null ? after : lastEventId;
        Patch patch = Patches.of(member);
        Cursor seen = given == null ? view.inbox().end(patch) : cursor(given, patch);
        live.follow(patch, seen, response);
    }

    @PostMapping("/{id}/acknowledgement")
    AlertShape acknowledge(@PathVariable String id, Member member) throws InterruptedException {
        return AlertShape.of(acknowledging.acknowledge(id, member));
    }

    private Cursor cursor(String bookmark, Patch patch) {
        return view.inbox()
                .cursor(bookmark, patch)
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown-event-id",
                        "That is no event of this stream",
                        "Send the id of the last event as you got it, or none to start from now."));
    }
}
