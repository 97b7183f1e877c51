package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.pledge.pledging.recording.Recording;
import org.pledgetracker.pledge.pledging.released.Releases;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Role;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A GP's own pledges: see, and withdraw. In every state of the campaign. */
@Controller
@RequestMapping("/campaigns/{campaign}/my-pledges")
class MyPledgesPages {

    private static final String ALL = "";

    private final FindCampaign campaigns;
    private final RecordPledges pledges;
    private final Releases releases;
    private final CardPages cards;
    private final ConsentNotice consent;
    private final Words words;
    private final String figures;

    MyPledgesPages(
            FindCampaign campaigns,
            RecordPledges pledges,
            Releases releases,
            CardPages cards,
            ConsentNotice consent,
            Words words,
            WebKitProperties web) {
        this.figures = web.addresses().of("tally-service") + "/campaigns/";
        this.campaigns = campaigns;
        this.pledges = pledges;
        this.releases = releases;
        this.cards = cards;
        this.consent = consent;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            Member member) {
        GpsOnly.requireNowOrOnce(member);
        Campaign campaign = campaigns.visible(id, member);
        return card("my-pledges", campaign, pledges.find(campaign, member))
                .addObject("withdrawn", withdrawn)
                .addObject("mayChange", member.is(Role.GP));
    }

    /** The confirmation: it can be opened again as long as there is a card. */
    @GetMapping("/recorded")
    ModelAndView confirm(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = forGp(id, member);
        MyCard mine = pledges.find(campaign, member);
        return mine.card().isPresent()
                ? card("recorded", campaign, mine)
                : new ModelAndView("redirect:/campaigns/" + campaign.id() + "/my-pledges");
    }

    private ModelAndView card(String page, Campaign campaign, MyCard mine) {
        Instant now = Instant.now();
        CampaignDefinition definition = campaign.definition();
        ModelAndView view = new ModelAndView("pledge-service/" + page)
                .addObject("campaign", CampaignPage.of(campaign, mine.card().isPresent(), now, words))
                .addObject("published", releases.isPublished(campaign, now))
                .addObject("figures", figures + campaign.id())
                .addObject("version", mine.mark())
                .addObject("consentNotice", consent.of(mine, definition, now));
        mine.card().ifPresent(card -> {
            view.addObject("card", cards.of(card, definition, releases.shown(campaign, now)));
            view.addObject(
                    "fields", PledgeForm.of(card, definition, mine.mark()).fields());
        });
        return view;
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
            case Recording.Stale _ -> RecordPages.stale(campaign);
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

    private Campaign forGp(String id, Member member) {
        GpsOnly.require(member);
        return campaigns.visible(id, member);
    }
}
