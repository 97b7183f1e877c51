package org.pledgetracker.pledge.campaign.organising;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.pledgetracker.pledge.campaign.DefinitionText;
import org.pledgetracker.pledge.campaign.Fault;
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

/** Where an organiser writes the definition of a campaign, old or new, and sees what it would change before it does. */
@Controller
@RequestMapping("/organise")
class DefinitionPages {

    private static final String VIEW = "pledge-service/organise-definition";
    private static final String SAVE = "save";

    private final OrganisedCampaigns campaigns;

    DefinitionPages(OrganisedCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @param from the campaign that the new one is like; empty for one from nothing */
    @GetMapping("/new")
    ModelAndView start(@RequestParam(defaultValue = "") String from) {
        String text = from.isEmpty()
                ? BlankDefinition.text(LocalDate.now(ZoneId.of("Europe/London")))
                : DefinitionText.copied(campaigns.find(from).definition());
        return page(EditPage.unchecked("", 0, text), HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView create(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String action,
            Member member) {
        EditPage page = EditPage.unchecked(id.strip(), 0, unixLines(text));
        Defining outcome = take(page, action, member);
        if (outcome instanceof Defining.Stale) {
            List<Fault> taken = List.of(new Fault("campaign", "there is a campaign '" + id.strip() + "' already"));
            return page(page.faulty(FaultLine.of(taken, "id")), HttpStatus.CONFLICT);
        }
        return answer(page, outcome);
    }

    @GetMapping("/campaigns/{campaign}/definition")
    ModelAndView edit(@PathVariable("campaign") String id) {
        Campaign campaign = campaigns.find(id);
        return page(
                EditPage.unchecked(
                        campaign.id(), campaign.defined().version(), DefinitionText.of(campaign.definition())),
                HttpStatus.OK);
    }

    @PostMapping("/campaigns/{campaign}/definition")
    ModelAndView change(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String action,
            Member member) {
        Campaign campaign = campaigns.find(id);
        EditPage page = EditPage.unchecked(campaign.id(), FormVersion.of(version), unixLines(text));
        return answer(page, take(page, action, member));
    }

    private Defining take(EditPage page, String action, Member member) {
        return action.equals(SAVE)
                ? campaigns.define(page.campaign(), page.text(), version -> version == page.version(), member)
                : campaigns.check(page.campaign(), page.text(), version -> version == page.version());
    }

    private static ModelAndView answer(EditPage page, Defining outcome) {
        return switch (outcome) {
            case Defining.Defined defined ->
                new ModelAndView(
                        "redirect:/organise/campaigns/" + defined.campaign().id() + "?done=saved");
            case Defining.Acceptable acceptable -> page(page.acceptable(acceptable.changes()), HttpStatus.OK);
            case Defining.Faulty faulty ->
                page(page.faulty(FaultLine.of(faulty.faults(), page.text(), "text")), HttpStatus.UNPROCESSABLE_CONTENT);
            case Defining.Stale _ -> page(page.outOfDate(), HttpStatus.PRECONDITION_FAILED);
        };
    }

    private static ModelAndView page(EditPage page, HttpStatus status) {
        ModelAndView view = new ModelAndView(VIEW, "page", page);
        view.setStatus(status);
        return view;
    }

    /** Browsers send every end of a line as two characters. */
    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }
}
