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
    private final Words words;

    CampaignPages(FindCampaign campaigns, RecordPledges pledges, Words words) {
        this.words = words;
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping("/")
    String list(Member member, Model model) {
        Instant now = Instant.now();
        List<CampaignPage> pages = campaigns.visibleTo(member).stream()
                .map(campaign -> page(campaign, member, now))
                .toList();
        model.addAttribute("campaigns", pages);
        model.addAttribute("gp", member.is(Role.GP));
        model.addAttribute("organiser", member.is(Role.ORGANISER));
        return "pledge-service/campaigns";
    }

    @GetMapping("/campaigns/{campaign}")
    String one(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "") String erased,
            Member member,
            Model model) {
        Campaign campaign = campaigns.visible(id, member);
        model.addAttribute("campaign", page(campaign, member, Instant.now()));
        model.addAttribute("gp", member.is(Role.GP));
        model.addAttribute("erased", erased);
        return "pledge-service/campaign";
    }

    /** What is held on a GP, for how long, who sees it, and how to be rid of it. */
    @GetMapping("/campaigns/{campaign}/privacy")
    String privacy(@PathVariable("campaign") String id, Member member, Model model) {
        model.addAttribute("campaign", page(campaigns.visible(id, member), member, Instant.now()));
        return "pledge-service/privacy";
    }

    private CampaignPage page(Campaign campaign, Member member, Instant now) {
        return CampaignPage.of(campaign, hasCard(campaign, member), now, words);
    }

    private boolean hasCard(Campaign campaign, Member member) {
        return (member.is(Role.GP) || member.is(Role.LEAVER))
                && pledges.find(campaign, member).card().isPresent();
    }
}
