package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.Map;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.pledge.pledging.recording.Recording;
import org.pledgetracker.pledge.pledging.released.Releases;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A GP's own pledges: see, withdraw, erase. In every state of the campaign. */
@Controller
@RequestMapping("/campaigns/{campaign}/my-pledges")
class MyPledgesPages {

    private static final String ALL = "";

    private final FindCampaign campaigns;
    private final RecordPledges pledges;
    private final Releases releases;

    MyPledgesPages(FindCampaign campaigns, RecordPledges pledges, Releases releases) {
        this.releases = releases;
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "false") boolean recorded,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            Member member) {
        Campaign campaign = forGp(id, member);
        MyCard mine = pledges.find(campaign, member);
        Instant now = Instant.now();
        ModelAndView page = new ModelAndView(
                "pledge-service/my-pledges",
                Map.of(
                        "campaign",
                        campaign.id(),
                        "title",
                        campaign.definition().title(),
                        "open",
                        campaign.definition().stateAt(now) == CampaignState.OPEN,
                        "published",
                        campaign.definition().isPublishedAt(now),
                        "version",
                        mine.mark(),
                        "recorded",
                        recorded,
                        "withdrawn",
                        withdrawn));
        mine.card()
                .ifPresent(card -> page.addObject(
                        "card", CardPage.of(card, campaign.definition(), releases.shown(campaign, now))));
        return page;
    }

    /** Takes back one pledge, or all if none is named. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = ALL) String action,
            @RequestParam(defaultValue = "") String version,
            Member member) {
        Campaign campaign = forGp(id, member);
        MyCard mine = pledges.find(campaign, member);
        boolean nothingLeft = mine.card()
                .map(card ->
                        without(card, action).pledges().size() == card.pledges().size())
                .orElse(true);
        if (nothingLeft) {
            return withdrawn(campaign);
        }
        Submission submission = without(mine.card().orElseThrow(), action);
        return switch (pledges.declare(
                campaign, member, submission, current -> current.mark().equals(version), Instant.now())) {
            case Recording.Recorded _ -> withdrawn(campaign);
            case Recording.Stale _ -> PledgePages.stale(campaign);
            case Recording.Refused refused -> throw Refusal.faulty(refused.faults());
            case Recording.NotOpen _ -> throw Refusal.notOpen();
            case Recording.Closed _ -> throw Refusal.closed();
            case Recording.TooManyChanges many -> throw Refusal.tooManyChanges(many.tryAgainIn());
        };
    }

    private static Submission without(Card card, String action) {
        return card.keeping(card.pledges().stream()
                .filter(pledge -> !action.equals(ALL) && !pledge.action().equals(action))
                .toList());
    }

    private static ModelAndView withdrawn(Campaign campaign) {
        return new ModelAndView("redirect:/campaigns/" + campaign.id() + "/my-pledges?withdrawn=true");
    }

    @GetMapping("/erase")
    ModelAndView askWhetherToErase(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = forGp(id, member);
        return new ModelAndView(
                "pledge-service/erase",
                Map.of("campaign", campaign.id(), "title", campaign.definition().title()));
    }

    @PostMapping("/erase")
    ModelAndView erase(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = forGp(id, member);
        pledges.erase(campaign, member, Instant.now());
        return new ModelAndView("redirect:/campaigns/" + campaign.id() + "?erased=true");
    }

    private Campaign forGp(String id, Member member) {
        GpsOnly.require(member);
        return campaigns.visible(id, member);
    }
}
