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
 * @param when what its dates say of its state, in words
 * @param closes when it takes no more pledges
 * @param published when GPs see the rounded figures
 * @param erased when all cards are
 * @param hasCard whether the reader has a card in it
 */
record CampaignPage(
        String campaign,
        String title,
        String summary,
        String state,
        String when,
        String opens,
        String closes,
        String published,
        String erased,
        String eraseAfterDays,
        String consent,
        List<ActionLine> actions,
        boolean hasCard) {

    /** An action in the campaign's own words. */
    record ActionLine(String name, String description, String drawbacks) {}

    static CampaignPage of(Campaign campaign, boolean hasCard, Instant now, Words words) {
        CampaignDefinition definition = campaign.definition();
        CampaignState state = definition.stateAt(now);
        return new CampaignPage(
                campaign.id(),
                definition.title(),
                definition.summary(),
                state.wireName(),
                when(definition, state, words),
                words.date(definition.opensAt()),
                words.until(campaign.defined().closing()),
                published(definition, words),
                words.date(campaign.defined().eraseAt()),
                String.valueOf(definition.eraseAfterDays()),
                definition.consent().text(),
                definition.actions().stream()
                        .map(action -> new ActionLine(action.name(), action.description(), action.drawbacks()))
                        .toList(),
                hasCard);
    }

    private static String published(CampaignDefinition definition, Words words) {
        Instant publishAt = definition.publishAt();
        String latest = publishAt == null ? words.say("campaign.published.closed") : words.date(publishAt);
        return definition
                .publishingThreshold()
                .map(threshold -> words.say("campaign.published.reached", latest, threshold.title()))
                .orElse(latest);
    }

    private static String when(CampaignDefinition definition, CampaignState state, Words words) {
        return switch (state) {
            case DRAFT -> words.say("campaign.when.draft", words.date(definition.opensAt()));
            case OPEN -> words.say("campaign.when.open", words.until(definition.closesAt()));
            case CLOSED -> words.say("campaign.when.closed");
        };
    }
}
