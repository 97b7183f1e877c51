package org.pledgetracker.pledge.pledging;

import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Pledge;

/** Why a pledge no longer fits the campaign's definition. */
public enum SetAside {
    REGION_GONE("Your region is no longer part of this campaign"),
    ACTION_GONE("This action is no longer part of the campaign"),
    NOT_OPEN("This action is no longer open to your employment type or region"),
    CONDITION_GONE("The condition that you chose is no longer offered");

    private final String message;

    SetAside(String message) {
        this.message = message;
    }

    /** Why this pledge, which was set aside, was. */
    public static SetAside of(Pledge pledge, Card card, CampaignDefinition campaign) {
        if (campaign.region(card.region()).isEmpty()) {
            return REGION_GONE;
        }
        return campaign.action(pledge.action())
                .map(action -> action.isOpenTo(card.employmentType(), card.region()) ? CONDITION_GONE : NOT_OPEN)
                .orElse(ACTION_GONE);
    }

    /** For a program that shows it as it is. */
    public String message() {
        return message;
    }
}
