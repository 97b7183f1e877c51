package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.publishing.Campaign;

/**
 * A campaign as pages show it.
 *
 * @param state draft, open or closed
 * @param when what its dates say, in words
 * @param hasCard whether the reader has a card in it
 */
record CampaignPage(
        String campaign,
        String title,
        String summary,
        String state,
        String when,
        int eraseAfterDays,
        List<ActionLine> actions,
        boolean hasCard) {

    /** An action in words. */
    record ActionLine(String name, String description, String drawbacks, String openness) {}

    static CampaignPage of(Campaign campaign, boolean hasCard, Instant now) {
        CampaignDefinition definition = campaign.definition();
        CampaignState state = definition.stateAt(now);
        return new CampaignPage(
                campaign.id(),
                definition.title(),
                definition.summary(),
                state.wireName(),
                when(definition, state),
                definition.eraseAfterDays(),
                definition.actions().stream()
                        .map(action -> new ActionLine(
                                action.name(), action.description(), action.drawbacks(), Words.openness(action)))
                        .toList(),
                hasCard);
    }

    private static String when(CampaignDefinition definition, CampaignState state) {
        return switch (state) {
            case DRAFT -> "Opens on " + Words.date(definition.opensAt());
            case OPEN -> "Open until " + Words.date(definition.closesAt());
            case CLOSED -> "Closed";
        };
    }
}
