package org.pledgetracker.tally.preview;

import java.util.List;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.disclosure.Looks;
import org.pledgetracker.tally.view.TallyReading;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;

/** Works previews out from exact figures, each a look that is recorded first. */
@Component
class PreviewReading {

    private final TallyReading reading;
    private final Looks looks;

    PreviewReading(TallyReading reading, Looks looks) {
        this.reading = reading;
        this.looks = looks;
    }

    Preview preview(CampaignDefined campaign, Threshold threshold, Member member, Form form)
            throws InterruptedException {
        looks.take(member, campaign.campaign(), List.of(threshold.action()), form);
        return Preview.of(reading.level(campaign, threshold));
    }
}
