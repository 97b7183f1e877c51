package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.List;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;
import org.pledgetracker.tally.view.TallyReading;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The part of the dashboard that shows how figures stand. */
@Component
class FiguresSection {

    private final TallyReading reading;

    FiguresSection(TallyReading reading) {
        this.reading = reading;
    }

    void addTo(Model model, CampaignDefined campaign, Sight sight, Choice choice, Member member, Instant now) {
        Tallies tallies = reading.tallies(campaign, sight, choice.action().id()::equals);
        Tallies.OfAction tally = tallies.actions().getFirst();
        Instant countedAt = tallies.countedAt();
        model.addAttribute("countedAt", countedAt == null ? "" : Words.when(countedAt));
        model.addAttribute("printedAt", Words.when(now));
        model.addAttribute("electorateAsOf", tallies.electorateAsOf());
        model.addAttribute("rows", rows(campaign.definition(), tally, choice, sight, member));
        model.addAttribute("tippingLines", TippingLine.of(campaign.definition(), tally));
        model.addAttribute("total", Box.of(choice.figure().of(tally.total()), tally.total(), choice.share()));
    }

    private static List<Row> rows(
            CampaignDefinition definition, Tallies.OfAction tally, Choice choice, Sight sight, Member member) {
        return tally.regions().stream()
                .map(counted -> Row.of(
                        definition.region(counted.region()).orElse(new Region(counted.region(), counted.region())),
                        member.regions().contains(counted.region()),
                        counted,
                        choice,
                        sight))
                .sorted((one, other) -> Boolean.compare(other.own(), one.own()))
                .toList();
    }
}
