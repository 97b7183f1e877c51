package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;

/** Finds the campaigns that a GP can pledge in now. */
@Component
final class OpenCampaigns {

    private final FindCampaign campaigns;

    OpenCampaigns(FindCampaign campaigns) {
        this.campaigns = campaigns;
    }

    Campaign find(String id, Member member) {
        GpsOnly.require(member);
        Campaign campaign = campaigns.visible(id, member);
        return switch (campaign.definition().stateAt(Instant.now())) {
            case DRAFT -> throw Refusal.notOpen();
            case OPEN -> campaign;
            case CLOSED -> throw Refusal.closed();
        };
    }
}
