package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the campaigns that a member may see: the text of a draft is nobody's but the organiser's. */
@Component
class FindCampaign {

    private final Campaigns campaigns;
    private final EventLog log;

    FindCampaign(Campaigns campaigns, EventLog log) {
        this.campaigns = campaigns;
        this.log = log;
    }

    List<Campaign> visibleTo(Member member) {
        log.requireFollowed();
        return campaigns.all().stream()
                .filter(campaign -> isVisible(campaign, member))
                .toList();
    }

    Campaign visible(String id, Member member) {
        Campaign campaign = any(id);
        if (!isVisible(campaign, member)) {
            throw unknown();
        }
        return campaign;
    }

    /** The campaign whatever its state, for calls that refuse by state themselves. */
    Campaign any(String id) {
        // a campaign that is known answers even before all is read; one that is not may only be unread
        return campaigns.find(id).orElseThrow(() -> {
            log.requireFollowed();
            return unknown();
        });
    }

    private static boolean isVisible(Campaign campaign, Member member) {
        return campaign.definition().state() != CampaignState.DRAFT || member.is(Role.ORGANISER);
    }

    private static Problem unknown() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "no-such-campaign",
                "There is no such campaign",
                "Check the address, or choose a campaign from the list.");
    }
}
