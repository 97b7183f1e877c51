package org.pledgetracker.pledge.pledging.web;

import java.util.Locale;
import java.util.Map;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.PledgeState;
import org.pledgetracker.pledge.pledging.SetAside;
import org.springframework.stereotype.Component;

/** Puts cards into words. */
@Component
final class CardPages {

    private final Words words;
    private final ConditionWords conditions;
    private final ActionWords actions;

    CardPages(Words words, ConditionWords conditions, ActionWords actions) {
        this.words = words;
        this.conditions = conditions;
        this.actions = actions;
    }

    CardPage of(Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        return new CardPage(
                Words.region(campaign, card.region()),
                words.type(card.employmentType()),
                card.pledges().stream()
                        .map(pledge -> line(pledge, card, campaign, releases))
                        .toList(),
                words.hour(card.declaredAt()),
                !card.consent().version().equals(campaign.consent().version()));
    }

    private CardPage.PledgeLine line(
            Pledge pledge, Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        PledgeState state = PledgeState.of(pledge, card, campaign, releases);
        return new CardPage.PledgeLine(
                pledge.action(),
                Words.action(campaign, pledge.action()),
                state.wireName(),
                conditions.on(pledge.action(), pledge.onlyIf(), campaign, card.region()),
                state == PledgeState.SET_ASIDE ? why(pledge, card, campaign) : whoDecides(pledge, card, campaign));
    }

    private String why(Pledge pledge, Card card, CampaignDefinition campaign) {
        SetAside reason = SetAside.of(pledge, card, campaign);
        return words.say("set-aside." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String whoDecides(Pledge pledge, Card card, CampaignDefinition campaign) {
        return campaign.action(pledge.action())
                .map(action -> actions.whoDecides(action, card.employmentType(), card.region()))
                .orElse("");
    }
}
