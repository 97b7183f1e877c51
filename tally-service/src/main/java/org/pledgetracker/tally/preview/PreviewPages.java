package org.pledgetracker.tally.preview;

import java.util.List;
import java.util.Map;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.tally.view.TallyView;
import org.pledgetracker.webkit.Member;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an organiser tries a threshold against the tallies before setting it. */
@Controller
class PreviewPages {

    private final TallyView view;
    private final PreviewReading previews;

    PreviewPages(TallyView view, PreviewReading previews) {
        this.view = view;
        this.previews = previews;
    }

    @GetMapping("/campaigns/{campaign}/threshold-preview")
    ModelAndView preview(@PathVariable String campaign, @RequestParam Map<String, String> asked, Member member)
            throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Question question = Question.of(asked);
        if (question.isBlank()) {
            return page(defined, question, "", List.of());
        }
        return switch (QuestionReader.read(defined.definition(), question)) {
            case QuestionReader.Reading.Asked read ->
                page(
                        defined,
                        question,
                        previews.preview(defined, read.threshold(), member, Form.PAGE)
                                .sentence(),
                        List.of());
            case QuestionReader.Reading.Faulty faulty -> page(defined, question, "", faulty.faults());
        };
    }

    private static ModelAndView page(
            CampaignDefined campaign, Question question, String answer, List<QuestionReader.Fault> faults) {
        ModelAndView page = new ModelAndView("tally-service/threshold-preview");
        page.addObject("campaign", campaign.campaign());
        page.addObject("definition", campaign.definition());
        page.addObject("question", question);
        page.addObject("answer", answer);
        page.addObject("faults", faults);
        page.addObject(
                "faulty", faults.stream().map(QuestionReader.Fault::anchor).toList());
        page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
