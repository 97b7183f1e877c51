package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records what was checked and consented to, and confirms it. */
@Controller
@RequestMapping("/campaigns/{campaign}/my-pledges")
class RecordPages {

    private final OpenCampaigns open;
    private final RecordPledges pledges;
    private final JourneyViews views;
    private final FormFaults faults;

    RecordPages(OpenCampaigns open, RecordPledges pledges, JourneyViews views, FormFaults faults) {
        this.open = open;
        this.pledges = pledges;
        this.views = views;
        this.faults = faults;
    }

    @PostMapping
    ModelAndView record(
            @PathVariable("campaign") String id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String consent,
            Member member) {
        Campaign campaign = open.find(id, member);
        CampaignDefinition definition = campaign.definition();
        PledgeForm form = PledgeForm.of(fields);
        if (!form.isComplete(definition)) {
            return refused(campaign, member, form, List.of());
        }
        Submission submission = form.submission(definition, consent);
        return switch (pledges.declare(
                campaign, member, submission, mine -> form.version().equals(mine.mark()), Instant.now())) {
            case Recording.Recorded _ -> recorded(campaign);
            case Recording.Refused refused -> refused(campaign, member, form, refused.faults());
            case Recording.NotOpen _ -> throw Refusal.notOpen();
            case Recording.Closed _ -> throw Refusal.closed();
            case Recording.TooManyChanges many ->
                views.about(
                        campaign,
                        pledges.find(campaign, member),
                        form,
                        faults.of(List.of(Refusal.tooManyChangesAtField(many.tryAgainIn())), form, definition));
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

    private ModelAndView refused(Campaign campaign, Member member, PledgeForm form, List<FieldFault> found) {
        CampaignDefinition definition = campaign.definition();
        MyCard mine = pledges.find(campaign, member);
        List<FormFault> all = faults.of(found, form, definition);
        boolean onlyConsent = form.isComplete(definition);
        return onlyConsent
                        && Card.decide(mine.existing(), form.agreed(definition), definition, Instant.now())
                                instanceof Decision.Declared declared
                ? views.check(campaign, mine, form, declared.card(), all)
                : views.pledges(campaign, mine, form, all);
    }

    private static ModelAndView recorded(Campaign campaign) {
        return new ModelAndView("redirect:/campaigns/" + campaign.id() + "/my-pledges/recorded");
    }

    static ModelAndView stale(Campaign campaign) {
        ModelAndView page = new ModelAndView("pledge-service/stale", Map.of("campaign", campaign.id()));
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }
}
