package org.pledgetracker.pledge.campaign.organising;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.DefinitionText;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an organiser uploads another electorate, and sees what it would change before it does. */
@Controller
@RequestMapping("/organise/campaigns/{campaign}/electorate")
class ElectoratePages {

    private static final String SAVE = "save";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final OrganisedCampaigns campaigns;

    ElectoratePages(OrganisedCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Where headcounts come from and the date they stand for. */
    record Source(String source, String asOf) {}

    @GetMapping
    ModelAndView edit(@PathVariable("campaign") String id) {
        Campaign campaign = campaigns.find(id);
        CampaignDefinition definition = campaign.definition();
        return page(
                EditPage.unchecked(campaign.id(), campaign.defined().version(), DefinitionText.electorate(definition)),
                new Source(
                        definition.electorate().source(),
                        definition.electorate().asOf().toString()),
                HttpStatus.OK);
    }

    /**
     * Checks or saves.
     *
     * @param file a table that counts instead of the one in the form
     */
    @PostMapping
    ModelAndView change(
            @PathVariable("campaign") String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String action,
            Member member)
            throws IOException {
        Campaign campaign = campaigns.find(id);
        int asked = FormVersion.of(version);
        EditPage page = EditPage.unchecked(campaign.id(), asked, table(table, file));
        String text = DefinitionText.withElectorate(campaign.definition(), source, asOf, page.text());
        // everything but the electorate comes from the version that stands, so that has to be the one that was asked
        // about
        boolean asIs = asked == campaign.defined().version();
        Defining outcome = action.equals(SAVE)
                ? campaigns.define(campaign.id(), text, standing -> asIs && standing == asked, member)
                : campaigns.check(campaign.id(), text, standing -> asIs && standing == asked);
        return answer(page, new Source(source, asOf), outcome);
    }

    private static String table(String table, @Nullable MultipartFile file) throws IOException {
        String text = file == null || file.isEmpty() ? table : new String(file.getBytes(), StandardCharsets.UTF_8);
        return text.replace(BYTE_ORDER_MARK, "");
    }

    private static ModelAndView answer(EditPage page, Source source, Defining outcome) {
        return switch (outcome) {
            case Defining.Defined _ ->
                new ModelAndView("redirect:/organise/campaigns/" + page.campaign() + "?done=saved");
            case Defining.Acceptable acceptable -> page(page.acceptable(acceptable.changes()), source, HttpStatus.OK);
            case Defining.Faulty faulty ->
                page(page.faulty(FaultLine.of(faulty.faults(), "table")), source, HttpStatus.UNPROCESSABLE_CONTENT);
            case Defining.Stale _ -> page(page.outOfDate(), source, HttpStatus.PRECONDITION_FAILED);
        };
    }

    private static ModelAndView page(EditPage page, Source source, HttpStatus status) {
        ModelAndView view = new ModelAndView("pledge-service/organise-electorate");
        view.addObject("page", page);
        view.addObject("source", source);
        view.setStatus(status);
        return view;
    }
}
