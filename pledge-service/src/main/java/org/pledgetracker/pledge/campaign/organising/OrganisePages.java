package org.pledgetracker.pledge.campaign.organising;

import java.time.Instant;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What campaigns there are, how each stands, and how it came to be so. */
@Controller
@RequestMapping("/organise")
class OrganisePages {

    private final OrganisedCampaigns campaigns;

    OrganisePages(OrganisedCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping
    String list(Model model) {
        Instant now = Instant.now();
        model.addAttribute(
                "campaigns",
                campaigns.all().stream()
                        .map(campaign -> CampaignOverview.of(campaign, now))
                        .toList());
        return "pledge-service/organise";
    }

    @GetMapping("/campaigns/{campaign}")
    String one(@PathVariable("campaign") String id, @RequestParam(defaultValue = "") String done, Model model) {
        Campaign campaign = campaigns.find(id);
        model.addAttribute("campaign", CampaignOverview.of(campaign, Instant.now()));
        model.addAttribute("done", done);
        return "pledge-service/organise-campaign";
    }

    @GetMapping("/campaigns/{campaign}/versions")
    String versions(@PathVariable("campaign") String id, Member member, Model model) {
        Campaign campaign = campaigns.find(id);
        String own = campaigns.definedBy(member);
        model.addAttribute("campaign", CampaignOverview.of(campaign, Instant.now()));
        model.addAttribute(
                "versions",
                campaigns.versions(id).stream()
                        .map(version -> VersionLine.of(version, own))
                        .toList());
        return "pledge-service/organise-versions";
    }
}
