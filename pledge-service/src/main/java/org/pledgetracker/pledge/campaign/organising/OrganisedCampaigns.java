package org.pledgetracker.pledge.campaign.organising;

import java.util.List;
import java.util.function.IntPredicate;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.CampaignVersion;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.campaign.publishing.DefineCampaign;
import org.pledgetracker.pledge.campaign.publishing.Defining;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.pledge.pseudonym.OrganiserHandles;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;

/** The campaigns as an organiser sees and changes them, drafts included. */
@Component
class OrganisedCampaigns {

    private final Campaigns campaigns;
    private final DefineCampaign definitions;
    private final EventLog log;
    private final OrganiserHandles handles;

    OrganisedCampaigns(Campaigns campaigns, DefineCampaign definitions, EventLog log, MasterKey masterKey) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.log = log;
        this.handles = masterKey.organiserHandles();
    }

    List<Campaign> all() {
        log.requireFollowed();
        return campaigns.all();
    }

    Campaign find(String id) {
        log.requireFollowed();
        return campaigns.find(id).orElseThrow(OrganiserRefusal::unknown);
    }

    /** The latest first. */
    List<CampaignVersion> versions(String id) {
        return campaigns.versions(find(id).id());
    }

    Defining check(String id, String text, IntPredicate expected) {
        return definitions.check(id, text, expected);
    }

    Defining define(String id, String text, IntPredicate expected, Member organiser) {
        return definitions.define(id, text, expected, definedBy(organiser));
    }

    /** How versions name that organiser. */
    String definedBy(Member organiser) {
        return "organiser " + handles.of(organiser.issuer(), organiser.subject());
    }
}
