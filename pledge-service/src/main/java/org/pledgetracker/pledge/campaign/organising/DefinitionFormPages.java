package org.pledgetracker.pledge.campaign.organising;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pledgetracker.pledge.campaign.DefinitionForm;
import org.pledgetracker.pledge.campaign.Fault;
import org.pledgetracker.pledge.campaign.FormField;
import org.pledgetracker.pledge.campaign.FormGroup;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Defining;
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

/** Where an organiser changes a campaign field by field, without reading YAML. */
@Controller
@RequestMapping("/organise/campaigns/{campaign}/form")
class DefinitionFormPages {

    private static final String SAVE = "save";

    private final OrganisedCampaigns campaigns;
    private final PreviewLinks previews;

    DefinitionFormPages(OrganisedCampaigns campaigns, PreviewLinks previews) {
        this.campaigns = campaigns;
        this.previews = previews;
    }

    @GetMapping
    ModelAndView edit(@PathVariable("campaign") String id) {
        Campaign campaign = campaigns.find(id);
        EditPage page = EditPage.unchecked(campaign.id(), campaign.defined().version(), "");
        return page(page, new DefinitionForm(campaign.definition()).groups(Map.of()), Set.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable("campaign") String id, @RequestParam MultiValueMap<String, String> fields, Member member) {
        Campaign campaign = campaigns.find(id);
        Map<String, String> answers = fields.toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().replace("\r\n", "\n")));
        Set<String> removed = new LinkedHashSet<>(fields.getOrDefault("remove", List.of()));
        int asked = FormVersion.of(answers.getOrDefault("version", ""));
        String text = new DefinitionForm(campaign.definition()).text(answers, removed);
        // what the form does not ask comes from the version that stands, so that has to be the one that was asked about
        boolean asIs = asked == campaign.defined().version();
        Defining outcome = SAVE.equals(answers.get("action"))
                ? campaigns.define(campaign.id(), text, standing -> asIs && standing == asked, member)
                : campaigns.check(campaign.id(), text, standing -> asIs && standing == asked);
        List<FormGroup> groups = new DefinitionForm(campaign.definition()).groups(answers);
        return answer(EditPage.unchecked(campaign.id(), asked, ""), groups, removed, outcome);
    }

    private ModelAndView answer(EditPage page, List<FormGroup> groups, Set<String> removed, Defining outcome) {
        return switch (outcome) {
            case Defining.Defined _ ->
                new ModelAndView("redirect:/organise/campaigns/" + page.campaign() + "?done=saved");
            case Defining.Acceptable acceptable ->
                page(page.acceptable(acceptable.changes()), groups, removed, HttpStatus.OK);
            case Defining.Faulty faulty ->
                page(page.faulty(lines(faulty.faults(), groups)), groups, removed, HttpStatus.UNPROCESSABLE_CONTENT);
            case Defining.Stale _ -> page(page.outOfDate(), groups, removed, HttpStatus.PRECONDITION_FAILED);
        };
    }

    /** Faults with a way to the field that they are about, or to the first one of what it is missing from. */
    private static List<FaultLine> lines(List<Fault> faults, List<FormGroup> groups) {
        List<String> paths = groups.stream()
                .flatMap(group -> group.fields().stream())
                .map(FormField::path)
                .toList();
        return faults.stream()
                .map(fault -> new FaultLine(anchor(fault.path(), paths), fault.toString()))
                .toList();
    }

    private static String anchor(String path, List<String> paths) {
        return Stream.concat(
                        paths.stream().filter(path::equals),
                        Stream.concat(
                                paths.stream()
                                        .filter(field -> field.startsWith(path + ".") || field.startsWith(path + "[")),
                                paths.stream().filter(field -> path.startsWith(field + "["))))
                .findFirst()
                .orElse("main");
    }

    private ModelAndView page(EditPage page, List<FormGroup> groups, Set<String> removed, HttpStatus status) {
        ModelAndView view = new ModelAndView("pledge-service/organise-form");
        view.addObject("page", page);
        view.addObject("groups", groups);
        view.addObject("removed", removed);
        view.addObject("previews", previews.of(page.campaign(), groups));
        view.setStatus(status);
        return view;
    }
}
