package org.pledgetracker.tally.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.pledgetracker.tally.threshold.Level;

class PreviewTest {

    @Test
    void aThresholdSaysHowManyItNeedsMore() {
        Preview preview = Preview.of(new Level(1_188, OptionalLong.of(1_400), 0));

        assertThat(preview).isEqualTo(new Preview(1_188, 1_400L, 212L, false));
        assertThat(preview.sentence()).isEqualTo("It needs 212 more: 1,188 of 1,400.");
    }

    @Test
    void aThresholdThatWouldBeMetSaysSo() {
        Preview preview = Preview.of(new Level(1_400, OptionalLong.of(1_400), 0));

        assertThat(preview).isEqualTo(new Preview(1_400, 1_400L, 0L, true));
        assertThat(preview.sentence()).isEqualTo("It would be met now: 1,400 of 1,400.");
    }

    @Test
    void aShareOfAnUnknownNumberCannotBeReached() {
        Preview preview = Preview.of(new Level(12, OptionalLong.empty(), 0));

        assertThat(preview).isEqualTo(new Preview(12, null, null, false));
        assertThat(preview.sentence()).contains("could not be reached");
    }
}
