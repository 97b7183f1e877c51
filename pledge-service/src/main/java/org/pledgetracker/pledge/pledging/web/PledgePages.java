package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Decision;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.pledge.pledging.recording.Recording;
import org.pledgetracker.webkit.Member;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form: answer, check your answers, record. Works without scripts. */
@Controller
@RequestMapping("/campaigns/{campaign}")
class PledgePages {

    private final FindCampaign campaigns;
    private final RecordPledges pledges;

    PledgePages(FindCampaign campaigns, RecordPledges pledges) {
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping("/pledge")
    ModelAndView form(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = openFor(id, member);
        CampaignDefinition definition = campaign.definition();
        MyCard mine = pledges.find(campaign, member);
        PledgeForm form = mine.card()
                .map(card -> PledgeForm.of(card, definition, mine.mark()))
                .orElseGet(() -> PledgeForm.prefilled(CardView.prefilled(member, definition)));
        return form(campaign, mine, form, List.of());
    }

    /** Back from checking: the form with the answers that were given. */
    @PostMapping("/pledge")
    ModelAndView change(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = openFor(id, member);
        return form(campaign, pledges.find(campaign, member), PledgeForm.of(fields), List.of());
    }

    @PostMapping("/check")
    ModelAndView check(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = openFor(id, member);
        PledgeForm form = PledgeForm.of(fields);
        MyCard mine = pledges.find(campaign, member);
        if (!form.version().equals(mine.mark())) {
            return stale(campaign);
        }
        CampaignDefinition definition = campaign.definition();
        Submission submission = form.submission(definition, definition.consent().version());
        return switch (Card.decide(mine.existing(), submission, definition, Instant.now())) {
            case Decision.Declared declared
            when form.gaps(definition).isEmpty() -> check(campaign, form, declared.card(), List.of());
            case Decision.Declared _ -> form(campaign, mine, form, form.gaps(definition));
            case Decision.Refused refused -> form(campaign, mine, form, faults(form, definition, refused.faults()));
            case Decision.NotOpen _ -> throw Refusal.notOpen();
            case Decision.Closed _ -> throw Refusal.closed();
        };
    }

    @PostMapping("/my-pledges")
    ModelAndView record(
            @PathVariable("campaign") String id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String consent,
            Member member) {
        Campaign campaign = openFor(id, member);
        CampaignDefinition definition = campaign.definition();
        PledgeForm form = PledgeForm.of(fields);
        if (!form.gaps(definition).isEmpty()) {
            return form(campaign, pledges.find(campaign, member), form, form.gaps(definition));
        }
        Submission submission = form.submission(definition, consent);
        return switch (pledges.declare(
                campaign, member, submission, mine -> form.version().equals(mine.mark()), Instant.now())) {
            case Recording.Recorded _ -> recorded(campaign);
            case Recording.Refused refused -> refused(campaign, member, form, refused.faults());
            case Recording.NotOpen _ -> throw Refusal.notOpen();
            case Recording.Closed _ -> throw Refusal.closed();
            case Recording.TooManyChanges many ->
                form(
                        campaign,
                        pledges.find(campaign, member),
                        form,
                        faults(form, definition, List.of(Refusal.tooManyChangesAtField(many.tryAgainIn()))));
            case Recording.Stale _ ->
                isAsSubmitted(campaign, member, submission) ? recorded(campaign) : stale(campaign);
        };
    }

    /** Whether the form was only sent twice, as an impatient finger does. */
    private boolean isAsSubmitted(Campaign campaign, Member member, Submission submission) {
        return pledges.find(campaign, member)
                .card()
                .filter(card -> card.isAsSubmitted(submission))
                .isPresent();
    }

    private ModelAndView refused(Campaign campaign, Member member, PledgeForm form, List<FieldFault> faults) {
        CampaignDefinition definition = campaign.definition();
        MyCard mine = pledges.find(campaign, member);
        Submission agreed = form.submission(definition, definition.consent().version());
        return Card.decide(mine.existing(), agreed, definition, Instant.now()) instanceof Decision.Declared declared
                ? check(campaign, form, declared.card(), faults(form, definition, faults))
                : form(campaign, mine, form, faults(form, definition, faults));
    }

    private Campaign openFor(String id, Member member) {
        GpsOnly.require(member);
        Campaign campaign = campaigns.visible(id, member);
        return switch (campaign.definition().stateAt(Instant.now())) {
            case DRAFT -> throw Refusal.notOpen();
            case OPEN -> campaign;
            case CLOSED -> throw Refusal.closed();
        };
    }

    private static List<FormFault> faults(PledgeForm form, CampaignDefinition campaign, List<FieldFault> faults) {
        List<FormFault> all = new ArrayList<>(
                faults.stream().map(fault -> FormFault.of(fault, form)).toList());
        all.addAll(form.gaps(campaign));
        return all;
    }

    private static ModelAndView form(Campaign campaign, MyCard mine, PledgeForm form, List<FormFault> faults) {
        ModelAndView page =
                new ModelAndView("pledge-service/pledge", Map.of("page", FormPage.of(campaign, form, faults)));
        mine.card().ifPresent(card -> page.addObject("card", CardPage.of(card, campaign.definition(), Map.of())));
        page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView check(Campaign campaign, PledgeForm form, Card card, List<FormFault> faults) {
        ModelAndView page = new ModelAndView(
                "pledge-service/check",
                Map.of(
                        "campaign", campaign.id(),
                        "title", campaign.definition().title(),
                        "consent", campaign.definition().consent(),
                        "eraseAfterDays", campaign.definition().eraseAfterDays(),
                        "fields", form.fields(),
                        "card", CardPage.of(card, campaign.definition(), Map.of()),
                        "faults", faults));
        page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView recorded(Campaign campaign) {
        return new ModelAndView("redirect:/campaigns/" + campaign.id() + "/my-pledges?recorded=true");
    }

    static ModelAndView stale(Campaign campaign) {
        ModelAndView page = new ModelAndView("pledge-service/stale", Map.of("campaign", campaign.id()));
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }
}
