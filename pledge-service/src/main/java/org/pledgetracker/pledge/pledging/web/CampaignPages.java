package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What campaigns there are, and what each is about. */
@Controller
class CampaignPages {

    private final FindCampaign campaigns;
    private final RecordPledges pledges;

    CampaignPages(FindCampaign campaigns, RecordPledges pledges) {
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping("/")
    String list(Member member, Model model) {
        Instant now = Instant.now();
        List<CampaignPage> pages = campaigns.visibleTo(member).stream()
                .map(campaign -> CampaignPage.of(campaign, hasCard(campaign, member), now))
                .toList();
        model.addAttribute("campaigns", pages);
        model.addAttribute("gp", member.is(Role.GP));
        return "pledge-service/campaigns";
    }

    @GetMapping("/campaigns/{campaign}")
    String one(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "false") boolean erased,
            Member member,
            Model model) {
        Campaign campaign = campaigns.visible(id, member);
        model.addAttribute("campaign", CampaignPage.of(campaign, hasCard(campaign, member), Instant.now()));
        model.addAttribute("gp", member.is(Role.GP));
        model.addAttribute("erased", erased);
        return "pledge-service/campaign";
    }

    private boolean hasCard(Campaign campaign, Member member) {
        return member.is(Role.GP) && pledges.find(campaign, member).card().isPresent();
    }
}
