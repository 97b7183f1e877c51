package org.pledgetracker.tally.view;

import java.time.InstantSource;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.tally.disclosure.Looks;
import org.pledgetracker.webkit.Member;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The tallies as files to keep, for whoever looks at the dashboard. */
@Controller
class Exports {

    private final TallyView view;
    private final TallyReading reading;
    private final Looks looks;
    private final InstantSource clock;
    private final JsonMapper json;

    Exports(TallyView view, TallyReading reading, Looks looks, InstantSource clock, JsonMapper json) {
        this.view = view;
        this.reading = reading;
        this.looks = looks;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/campaigns/{campaign}/tallies.csv")
    ResponseEntity<byte[]> table(@PathVariable String campaign, Member member) throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = view.sight(defined, member, clock.instant());
        Tallies tallies = tallies(defined, sight, member, Form.CSV);
        return Served.file(
                campaign + ".csv",
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                Served.bytes(TallyCsv.of(tallies)),
                sight.exact());
    }

    @GetMapping("/campaigns/{campaign}/tallies.json")
    ResponseEntity<byte[]> tallies(@PathVariable String campaign, Member member) throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Sight sight = view.sight(defined, member, clock.instant());
        Tallies tallies = tallies(defined, sight, member, Form.JSON);
        return Served.file(
                campaign + ".json", MediaType.APPLICATION_JSON, json.writeValueAsBytes(tallies), sight.exact());
    }

    private Tallies tallies(CampaignDefined campaign, Sight sight, Member member, Form form)
            throws InterruptedException {
        if (sight.exact()) {
            looks.take(member, campaign.campaign(), TallyReading.actionsOf(campaign), form);
        }
        return reading.tallies(campaign, sight, action -> true);
    }
}
