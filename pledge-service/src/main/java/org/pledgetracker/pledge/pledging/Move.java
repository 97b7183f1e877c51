package org.pledgetracker.pledge.pledging;

import java.util.List;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;

/** A GP with a card changes region or employment type. */
public record Move(Card card, String region, EmploymentType employmentType, CampaignDefinition campaign) {

    /** The pledges that count on the card and would not fit any more. */
    public List<Pledge> withdrawn() {
        return card.pledges().stream()
                .filter(pledge -> campaign.allows(pledge, card.employmentType(), card.region()))
                .filter(pledge -> !campaign.allows(pledge, employmentType, region))
                .toList();
    }
}
