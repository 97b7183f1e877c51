package org.pledgetracker.tally.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.SampleCampaign;
import org.pledgetracker.tally.preview.QuestionReader.Reading.Asked;
import org.pledgetracker.tally.preview.QuestionReader.Reading.Faulty;

class QuestionReaderTest {

    @Test
    void aNumberOfPledgesOfOneGroupCanBeAskedAbout() {
        Threshold asked = asked(new Question("close-day", "london", "partner", " 12 ", "", "pledged"));

        assertThat(asked.action()).isEqualTo("close-day");
        assertThat(asked.region()).isEqualTo("london");
        assertThat(asked.employmentType()).isEqualTo(EmploymentType.PARTNER);
        assertThat(asked.atLeast()).isEqualTo(AtLeast.count(12));
        assertThat(asked.of()).isEqualTo(CountedBasis.PLEDGED);
    }

    @Test
    void aShareOfEverybodyCanBeAskedAboutByWhatIsInForce() {
        Threshold asked = asked(new Question("close-day", "", "", "", "0.25", ""));

        assertThat(asked.region()).isNull();
        assertThat(asked.employmentType()).isNull();
        assertThat(asked.atLeast()).isEqualTo(AtLeast.share(Share.ofPercent(25)));
        assertThat(asked.of()).isEqualTo(CountedBasis.IN_FORCE);
    }

    @Test
    void everyFaultIsToldWithItsField() {
        assertThat(faults(new Question("nap", "mars", "boss", "many", "", "hoped")))
                .containsExactly(
                        "action: there is no action 'nap'",
                        "region: there is no region 'mars'",
                        "employmentType: 'boss' is not partner, salaried or locum",
                        "of: 'hoped' is not in-force or pledged",
                        "count: 'many' is not a number such as 500");
        assertThat(faults(new Question("close-day", "", "", "-1", "", "")))
                .containsExactly("count: '-1' is not a number such as 500");
        assertThat(faults(new Question("close-day", "", "", "", "25", "")))
                .containsExactly("share: '25' is not a share such as 0.25");
    }

    @Test
    void eitherANumberOrAShareIsAskedFor() {
        assertThat(faults(new Question("close-day", "", "", "12", "0.25", "")))
                .containsExactly("count: give either a number of pledges or a share");
        assertThat(faults(new Question("close-day", "", "", "", " ", "")))
                .containsExactly("count: give either a number of pledges or a share");
    }

    private static Threshold asked(Question question) {
        return ((Asked) QuestionReader.read(SampleCampaign.definition(), question)).threshold();
    }

    private static List<String> faults(Question question) {
        return ((Faulty) QuestionReader.read(SampleCampaign.definition(), question))
                .faults().stream()
                        .map(fault -> fault.anchor() + ": " + fault.message())
                        .toList();
    }
}
