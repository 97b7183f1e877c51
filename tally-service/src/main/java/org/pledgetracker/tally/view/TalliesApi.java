package org.pledgetracker.tally.view;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.tally.disclosure.Looks;
import org.pledgetracker.webkit.Member;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tallies, thresholds and history for programs. Exact figures are answered only once the look at them is recorded. */
@RestController
@RequestMapping("/api/campaigns/{campaign}")
class TalliesApi {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final TallyView view;
    private final TallyReading reading;
    private final HistoryReading histories;
    private final LiveTallies live;
    private final Looks looks;
    private final InstantSource clock;
    private final JsonMapper json;

    TalliesApi(
            TallyView view,
            TallyReading reading,
            HistoryReading histories,
            LiveTallies live,
            Looks looks,
            InstantSource clock,
            JsonMapper json) {
        this.view = view;
        this.reading = reading;
        this.histories = histories;
        this.live = live;
        this.looks = looks;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping(path = "/tallies", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> tallies(@PathVariable String campaign, Member member) throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = sight(defined, member);
        look(defined, sight, member, Form.JSON);
        return json(reading.tallies(defined, sight, action -> true), sight.exact());
    }

    @GetMapping(path = "/tallies", produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable String campaign, Member member) throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = sight(defined, member);
        look(defined, sight, member, Form.CSV);
        String table = TallyCsv.of(reading.tallies(defined, sight, action -> true));
        return Served.as(CSV, Served.bytes(table), sight.exact());
    }

    @GetMapping("/thresholds")
    ResponseEntity<byte[]> thresholds(@PathVariable String campaign, Member member) {
        CampaignDefined defined = view.campaign(campaign);
        return json(reading.thresholds(defined, sight(defined, member)), false);
    }

    /**
     * How released figures went; the organiser gets released ones too.
     *
     * @param action its id; without one, the campaign's first
     */
    @GetMapping("/history")
    ResponseEntity<byte[]> history(
            @PathVariable String campaign, @RequestParam(required = false) @Nullable String action, Member member) {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = sight(defined, member);
        String wanted = TallyReading.action(defined, action).id();
        return json(histories.history(defined, wanted, sight, clock.instant()), false);
    }

    @GetMapping("/live")
    void live(@PathVariable String campaign, Member member, HttpServletResponse response)
            throws IOException, InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = sight(defined, member);
        if (!sight.exact()) {
            live.follow(campaign, sight, response);
            return;
        }
        try (Looks.Following _ = looks.follow(member, campaign, TallyReading.actionsOf(defined))) {
            live.follow(campaign, sight, response);
        }
    }

    private ResponseEntity<byte[]> json(Object answer, boolean exact) {
        return Served.as(MediaType.APPLICATION_JSON, json.writeValueAsBytes(answer), exact);
    }

    private void look(CampaignDefined campaign, Sight sight, Member member, Form form) throws InterruptedException {
        if (sight.exact()) {
            looks.take(member, campaign.campaign(), TallyReading.actionsOf(campaign), form);
        }
    }

    private Sight sight(CampaignDefined defined, Member member) {
        return view.sight(defined, member, clock.instant());
    }
}
