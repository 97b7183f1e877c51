package org.pledgetracker.tally.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.tally.history.Point;
import org.pledgetracker.tally.history.Projection;

class WordsTest {

    private static final Instant CLOSES = AT.plus(Duration.ofDays(60));

    @Test
    void aProjectionIsARange() {
        assertThat(words(5, 12.5, 3, 20)).isEqualTo("At 5 to 13 a day: between 5 Nov 2026 and 22 Nov 2026");
        assertThat(words(0, 2.5, 3, null)).isEqualTo("At 0 to 2.5 a day: between 5 Nov 2026 and never");
        assertThat(words(1, 2, 10, 70)).endsWith("and after the campaign closes");
        assertThat(words(1, 2, 61, 70)).endsWith("not before the campaign closes");
        assertThat(Words.of(new Projection(-1, 0, null, null), CLOSES))
                .isEqualTo("Not at the pace of the last two weeks");
    }

    @Test
    void aTrendIsDrawnInStepsFromLeftToRight() {
        Trend trend = Trend.of(
                "Pledged, London", List.of(new Point(AT, 10), new Point(AT.plusSeconds(50), 30)), AT.plusSeconds(100));

        assertThat(trend.line()).isEqualTo("0.0,128.0 0.0,128.0 300.0,128.0 300.0,64.0 600.0,64.0");
        assertThat(trend.top()).isEqualTo("50");
        assertThat(trend.lines().getFirst().figure()).isEqualTo("30");
        assertThat(Trend.of("Pledged", List.of(), AT).lines()).isEmpty();
    }

    private static String words(double slowest, double fastest, int earliest, @Nullable Integer latest) {
        return Words.of(
                new Projection(
                        slowest,
                        fastest,
                        AT.plus(Duration.ofDays(earliest)),
                        latest == null ? null : AT.plus(Duration.ofDays(latest))),
                CLOSES);
    }
}
