package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.tally.view.Counts;
import org.pledgetracker.tally.view.Tallies;

/** The released state in a few lines, to copy and to forward. Also to the organiser it says nothing exact. */
final class ShortText {

    private ShortText() {}

    static String of(CampaignDefinition definition, Choice choice, Tallies.OfAction released, Instant now) {
        Counts counts = released.regions().stream()
                .filter(region -> choice.region() != null
                        && region.region().equals(choice.region().id()))
                .map(Tallies.OfRegion::counts)
                .findFirst()
                .orElse(released.total());
        Long electorate = counts.electorate();
        String of = electorate == null || electorate == 0
                ? ""
                : " (partners and salaried GPs there: " + Box.grouped(electorate) + ")";
        return "%s: %s, %s, %s.%nPledged: %s%s. Firm: %s. Condition met or firm: %s.%n%s"
                .formatted(
                        definition.title(),
                        choice.action().name(),
                        choice.place(),
                        Words.when(now),
                        text(counts.pledged()),
                        of,
                        text(counts.firm()),
                        text(counts.inForce()),
                        "Figures are rounded and lag behind a little. Not a ballot, not a call to act.");
    }

    private static String text(@Nullable Integer figure) {
        return figure == null ? "fewer than 10" : "about " + Box.grouped(figure);
    }
}
