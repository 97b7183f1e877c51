package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.tally.view.Past;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;
import org.pledgetracker.tally.view.TallyReading;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The part of the dashboard that shows how released figures went; it is the same for the organiser. */
@Component
class HistorySection {

    private final TallyReading reading;

    HistorySection(TallyReading reading) {
        this.reading = reading;
    }

    void addTo(Model model, CampaignDefined campaign, Sight sight, Choice choice, LastLook look, Instant now) {
        Tallies.OfAction released = reading.tallies(
                        campaign, sight.released(), choice.action().id()::equals)
                .actions()
                .getFirst();
        List<Past> past = reading.past(campaign, choice.action(), sight, now);
        Function<Tallies.OfAction, @Nullable Integer> followed = tally -> ofPlace(tally, choice);
        String what = choice.figure().title() + ", " + choice.place();
        model.addAttribute("trend", Trend.of(what, Series.of(past, released, now, followed), now));
        Instant before = look.before();
        model.addAttribute("lastLook", before == null ? "" : Words.when(before));
        model.addAttribute(
                "changes",
                before == null
                        ? List.of()
                        : Changes.since(before, past, released, choice.figure(), campaign.definition()));
        model.addAttribute("shortText", ShortText.of(campaign.definition(), choice, released, now));
    }

    private static @Nullable Integer ofPlace(Tallies.OfAction tally, Choice choice) {
        if (choice.region() == null) {
            return choice.figure().of(tally.total());
        }
        return tally.regions().stream()
                .filter(region -> region.region().equals(choice.placeId()))
                .findFirst()
                .map(region -> choice.figure().of(region.counts()))
                .orElse(null);
    }
}
