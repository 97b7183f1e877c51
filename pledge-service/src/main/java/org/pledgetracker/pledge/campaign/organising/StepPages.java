package org.pledgetracker.pledge.campaign.organising;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Defining;
import org.pledgetracker.webkit.Member;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opens and closes a campaign and publishes its figures, each after a question that says what it means. */
@Controller
@RequestMapping("/organise/campaigns/{campaign}")
class StepPages {

    private final OrganisedCampaigns campaigns;

    StepPages(OrganisedCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping("/open")
    ModelAndView askToOpen(@PathVariable("campaign") String id) {
        return ask(id, Step.OPEN);
    }

    @PostMapping("/open")
    ModelAndView open(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String approvedBy,
            Member member) {
        return take(id, Step.OPEN, version, approvedBy, member);
    }

    @GetMapping("/close")
    ModelAndView askToClose(@PathVariable("campaign") String id) {
        return ask(id, Step.CLOSE);
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable("campaign") String id, @RequestParam(defaultValue = "") String version, Member member) {
        return take(id, Step.CLOSE, version, "", member);
    }

    @GetMapping("/publish")
    ModelAndView askToPublish(@PathVariable("campaign") String id) {
        return ask(id, Step.PUBLISH);
    }

    @PostMapping("/publish")
    ModelAndView publish(
            @PathVariable("campaign") String id, @RequestParam(defaultValue = "") String version, Member member) {
        return take(id, Step.PUBLISH, version, "", member);
    }

    private ModelAndView ask(String id, Step step) {
        Campaign campaign = possible(id, step, Instant.now());
        return page(campaign, step, List.of(), HttpStatus.OK);
    }

    private ModelAndView take(String id, Step step, String version, String approvedBy, Member member) {
        Instant now = Instant.now();
        Campaign campaign = possible(id, step, now);
        String text = step.textAfter(campaign.definition(), approvedBy, now);
        int asked = FormVersion.of(version);
        // the text is made from the version that stands, so that has to be the one that was asked about
        boolean asIs = asked == campaign.defined().version();
        return switch (campaigns.define(campaign.id(), text, standing -> asIs && standing == asked, member)) {
            case Defining.Defined _ ->
                new ModelAndView("redirect:/organise/campaigns/" + campaign.id() + "?done=" + word(step));
            case Defining.Faulty faulty ->
                page(
                        campaign,
                        step,
                        FaultLine.of(faulty.faults(), step == Step.OPEN ? "approvedBy" : "main"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Defining.Stale _ -> throw OrganiserRefusal.stale();
            case Defining.Acceptable _ -> throw new IllegalStateException("neither published nor refused");
        };
    }

    private Campaign possible(String id, Step step, Instant now) {
        Campaign campaign = campaigns.find(id);
        if (!step.isPossible(campaign.definition(), now)) {
            throw OrganiserRefusal.notPossible(step);
        }
        return campaign;
    }

    private static ModelAndView page(Campaign campaign, Step step, List<FaultLine> faults, HttpStatus status) {
        ModelAndView view = new ModelAndView("pledge-service/organise-" + word(step));
        view.addObject("campaign", CampaignOverview.of(campaign, Instant.now()));
        view.addObject("faults", faults);
        view.setStatus(status);
        return view;
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
