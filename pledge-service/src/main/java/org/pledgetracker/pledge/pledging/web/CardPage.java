package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.PledgeState;

/** A card as pages show it. */
record CardPage(String region, String employmentType, List<PledgeLine> pledges, String declared) {

    /**
     * A pledge in words.
     *
     * @param state firm, waiting, condition-met or set-aside
     * @param condition empty if it is firm
     * @param note what the GP has to know about it; empty if nothing
     */
    record PledgeLine(String action, String name, String state, String condition, String note) {}

    static CardPage of(Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        return new CardPage(
                Words.region(campaign, card.region()),
                Words.type(card.employmentType()),
                card.pledges().stream()
                        .map(pledge -> line(pledge, card, campaign, releases))
                        .toList(),
                Words.hour(card.declaredAt()));
    }

    private static PledgeLine line(
            Pledge pledge, Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        PledgeState state = PledgeState.of(pledge, card, campaign, releases);
        return new PledgeLine(
                pledge.action(),
                Words.action(campaign, pledge.action()),
                state.wireName(),
                condition(pledge.onlyIf(), pledge.action(), card, campaign),
                state == PledgeState.SET_ASIDE
                        ? PledgeState.why(pledge, card, campaign) + "."
                        : Words.practiceDecides(campaign, pledge.action(), card.employmentType(), card.region()));
    }

    private static String condition(@Nullable OnlyIf onlyIf, String action, Card card, CampaignDefinition campaign) {
        return onlyIf == null ? "" : "Only if " + Words.condition(campaign, onlyIf, action, card.region()) + " act too";
    }

    /** Whether any pledge carries a condition that counts. */
    public boolean isConditional() {
        return pledges.stream()
                .anyMatch(line -> line.state().equals(PledgeState.WAITING.wireName())
                        || line.state().equals(PledgeState.CONDITION_MET.wireName()));
    }

    /** The pledges that are set aside. */
    public List<PledgeLine> setAside() {
        return pledges.stream()
                .filter(line -> line.state().equals(PledgeState.SET_ASIDE.wireName()))
                .toList();
    }
}
