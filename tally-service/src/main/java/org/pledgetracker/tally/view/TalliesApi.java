package org.pledgetracker.tally.view;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.webkit.Member;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tallies and thresholds for programs. */
@RestController
@RequestMapping("/api/campaigns/{campaign}")
class TalliesApi {

    private final TallyView view;
    private final TallyReading reading;
    private final LiveTallies live;

    TalliesApi(TallyView view, TallyReading reading, LiveTallies live) {
        this.view = view;
        this.reading = reading;
        this.live = live;
    }

    @GetMapping(path = "/tallies", produces = MediaType.APPLICATION_JSON_VALUE)
    Tallies tallies(@PathVariable String campaign, Member member) {
        CampaignDefined defined = view.campaign(campaign);
        return reading.tallies(defined, sight(defined, member), action -> true);
    }

    @GetMapping(path = "/tallies", produces = "text/csv")
    String table(@PathVariable String campaign, Member member) {
        return TallyCsv.of(tallies(campaign, member));
    }

    @GetMapping("/thresholds")
    List<ThresholdState> thresholds(@PathVariable String campaign, Member member) {
        CampaignDefined defined = view.campaign(campaign);
        return reading.thresholds(defined, sight(defined, member));
    }

    @GetMapping("/live")
    void live(@PathVariable String campaign, Member member, HttpServletResponse response)
            throws IOException, InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        live.follow(campaign, sight(defined, member), response);
    }

    private static Sight sight(CampaignDefined defined, Member member) {
        return Sight.of(member, defined.definition(), Instant.now());
    }
}
