package org.pledgetracker.pledge.pledging;

import java.util.Locale;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Pledge;

/** Where a pledge on a card stands, as far as its GP may see. */
public enum PledgeState {
    FIRM,
    /** Its condition is not known to be met. */
    WAITING,
    /** It no longer fits the campaign's definition: kept, not counted. */
    SET_ASIDE;

    /** The state of a pledge under that definition. */
    public static PledgeState of(Pledge pledge, Card card, CampaignDefinition campaign) {
        if (!campaign.allows(pledge, card.employmentType(), card.region())) {
            return SET_ASIDE;
        }
        return pledge.onlyIf() == null ? FIRM : WAITING;
    }

    /** Why a pledge was set aside, for its GP. */
    public static String why(Pledge pledge, Card card, CampaignDefinition campaign) {
        if (campaign.region(card.region()).isEmpty()) {
            return "Your region is no longer part of this campaign";
        }
        return campaign.action(pledge.action())
                .map(action -> action.isOpenTo(card.employmentType(), card.region())
                        ? "The condition that you chose is no longer offered"
                        : "This action is no longer open to your employment type or region")
                .orElse("This action is no longer part of the campaign");
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
