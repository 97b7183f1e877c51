package org.pledgetracker.pledge.pledging;

import java.util.Locale;
import java.util.Map;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.TallyReleased;

/** Where a pledge on a card stands, as far as its GP may see. */
public enum PledgeState {
    FIRM,
    /** Its condition is not known to be met. */
    WAITING,
    /** Its condition is met, by the figures that are released. */
    CONDITION_MET,
    /** It no longer fits the campaign's definition: kept, not counted. */
    SET_ASIDE;

    /**
     * The state of a pledge under that definition.
     *
     * @param releases what its GP may see of the campaign, by action; empty before it publishes
     */
    public static PledgeState of(
            Pledge pledge, Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        if (!campaign.allows(pledge, card.employmentType(), card.region())) {
            return SET_ASIDE;
        }
        OnlyIf onlyIf = pledge.onlyIf();
        if (onlyIf == null) {
            return FIRM;
        }
        TallyReleased release = releases.get(pledge.action());
        return release != null && isMet(onlyIf, card, campaign, release) ? CONDITION_MET : WAITING;
    }

    private static boolean isMet(OnlyIf onlyIf, Card card, CampaignDefinition campaign, TallyReleased release) {
        return campaign.action(release.action())
                .map(action -> new ReleasedShare(campaign, action, release).meets(onlyIf, card.region()))
                .orElse(false);
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
