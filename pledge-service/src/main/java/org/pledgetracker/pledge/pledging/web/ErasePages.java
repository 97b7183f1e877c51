package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erases what is held on somebody who is a GP or was one on the roll, after a question; in every state of the campaign. */
@Controller
@RequestMapping("/campaigns/{campaign}/my-pledges/erase")
class ErasePages {

    private final FindCampaign campaigns;
    private final RecordPledges pledges;

    ErasePages(FindCampaign campaigns, RecordPledges pledges) {
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping
    ModelAndView ask(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = forOwner(id, member);
        return new ModelAndView(
                "pledge-service/erase",
                Map.of(
                        "campaign", campaign.id(),
                        "title", campaign.definition().title(),
                        "others", othersWithACard(campaign, member)));
    }

    private List<String> othersWithACard(Campaign campaign, Member member) {
        return campaigns.visibleTo(member).stream()
                .filter(other -> !other.id().equals(campaign.id()))
                .filter(other -> pledges.find(other, member).card().isPresent())
                .map(other -> other.definition().title())
                .toList();
    }

    /** Erases the card in this campaign, or in all. */
    @PostMapping
    ModelAndView erase(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Member member) {
        Campaign campaign = forOwner(id, member);
        Instant now = Instant.now();
        List<Campaign> all = everywhere ? campaigns.visibleTo(member) : List.of(campaign);
        all.forEach(each -> pledges.erase(each, member, now));
        return new ModelAndView(
                "redirect:/campaigns/" + campaign.id() + (everywhere ? "?erased=everywhere" : "?erased=here"));
    }

    private Campaign forOwner(String id, Member member) {
        GpsOnly.requireNowOrOnce(member);
        return campaigns.visible(id, member);
    }
}
