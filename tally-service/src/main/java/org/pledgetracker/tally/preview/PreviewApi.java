package org.pledgetracker.tally.preview;

import java.util.Map;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.tally.view.TallyView;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Previews of thresholds for programs. */
@RestController
class PreviewApi {

    private final TallyView view;
    private final PreviewReading previews;

    PreviewApi(TallyView view, PreviewReading previews) {
        this.view = view;
        this.previews = previews;
    }

    @GetMapping("/api/campaigns/{campaign}/threshold-preview")
    ResponseEntity<Preview> preview(
            @PathVariable String campaign, @RequestParam Map<String, String> asked, Member member)
            throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Question question = Question.of(asked);
        return switch (QuestionReader.read(defined.definition(), question)) {
            case QuestionReader.Reading.Asked read ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(previews.preview(defined, read.threshold(), member, Form.JSON));
            case QuestionReader.Reading.Faulty faulty -> throw refusal(faulty);
        };
    }

    private static Problem refusal(QuestionReader.Reading.Faulty faulty) {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "faulty-threshold",
                        "This is no threshold of the campaign",
                        "Mend the faults that are listed and ask again.")
                .withFaults(faulty.faults().stream()
                        .map(fault -> new Problem.Fault(fault.anchor(), fault.message()))
                        .toList());
    }
}
