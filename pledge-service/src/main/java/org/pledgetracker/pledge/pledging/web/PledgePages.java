package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Decision;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way to a card: about you, your pledges, check your answers. Answers travel in the forms; it works without scripts. */
@Controller
@RequestMapping("/campaigns/{campaign}")
class PledgePages {

    private final OpenCampaigns campaigns;
    private final RecordPledges pledges;
    private final JourneyViews views;
    private final FormFaults faults;

    PledgePages(OpenCampaigns campaigns, RecordPledges pledges, JourneyViews views, FormFaults faults) {
        this.campaigns = campaigns;
        this.pledges = pledges;
        this.views = views;
        this.faults = faults;
    }

    /** Asked first only of those of whom neither sign-in nor a card says it. */
    @GetMapping("/about-you")
    ModelAndView about(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = campaigns.find(id, member);
        MyCard mine = pledges.find(campaign, member);
        return views.about(campaign, mine, known(campaign, mine, member), List.of());
    }

    @PostMapping("/about-you")
    ModelAndView aboutAgain(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = campaigns.find(id, member);
        return views.about(campaign, pledges.find(campaign, member), PledgeForm.of(fields), List.of());
    }

    @GetMapping("/pledge")
    ModelAndView form(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = campaigns.find(id, member);
        MyCard mine = pledges.find(campaign, member);
        PledgeForm form = known(campaign, mine, member);
        return KnownGp.of(form, campaign.definition()).isPresent()
                ? views.pledges(campaign, mine, form, List.of())
                : new ModelAndView("redirect:/campaigns/" + campaign.id() + "/about-you");
    }

    /** With answers given before or after. */
    @PostMapping("/pledge")
    ModelAndView formAgain(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = campaigns.find(id, member);
        PledgeForm form = PledgeForm.of(fields);
        List<FormFault> unanswered =
                faults
                        .of(form.faultsAboutTheGp(campaign.definition(), Instant.now()), form, campaign.definition())
                        .stream()
                        .filter(FormFault::isAboutTheGp)
                        .toList();
        return views.pledges(campaign, pledges.find(campaign, member), form, unanswered);
    }

    @PostMapping("/check")
    ModelAndView check(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = campaigns.find(id, member);
        CampaignDefinition definition = campaign.definition();
        PledgeForm form = PledgeForm.of(fields);
        MyCard mine = pledges.find(campaign, member);
        if (!form.version().equals(mine.mark())) {
            return RecordPages.stale(campaign);
        }
        return switch (Card.decide(mine.existing(), form.agreed(definition), definition, Instant.now())) {
            case Decision.Declared declared
            when form.isComplete(definition) -> views.check(campaign, mine, form, declared.card(), List.of());
            case Decision.Declared _ -> formWith(List.of(), campaign, mine, form);
            case Decision.Refused refused -> formWith(refused.faults(), campaign, mine, form);
            case Decision.NotOpen _ -> throw Refusal.notOpen();
            case Decision.Closed _ -> throw Refusal.closed();
        };
    }

    private ModelAndView formWith(List<FieldFault> found, Campaign campaign, MyCard mine, PledgeForm form) {
        return views.pledges(campaign, mine, form, faults.of(found, form, campaign.definition()));
    }

    private static PledgeForm known(Campaign campaign, MyCard mine, Member member) {
        CampaignDefinition definition = campaign.definition();
        return mine.card()
                .map(card -> PledgeForm.of(card, definition, mine.mark()))
                .orElseGet(() -> PledgeForm.prefilled(CardView.prefilled(member, definition)));
    }
}
