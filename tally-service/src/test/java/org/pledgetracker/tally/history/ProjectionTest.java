package org.pledgetracker.tally.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aSteadyPaceLeavesARangeAsWideAsTheRounding() {
        List<Point> points = List.of(
                new Point(AT.minus(DAY.multipliedBy(3)), 10),
                new Point(AT.minus(DAY.multipliedBy(1)), 50),
                new Point(AT, 70));
        Projection projection = Projection.of(points, 110, AT).orElseThrow();

        assertThat(projection.slowest()).isEqualTo(20.0);
        assertThat(projection.fastest()).isEqualTo(20.0);
        assertThat(projection.earliest()).isEqualTo(AT.plus(DAY.multipliedBy(36).dividedBy(20)));
        assertThat(projection.latest()).isEqualTo(AT.plus(DAY.multipliedBy(44).dividedBy(20)));
    }

    @Test
    void whoeverStandsStillAtTheSlowestPaceMayNeverGetThere() {
        List<Point> points =
                List.of(new Point(AT.minus(DAY.multipliedBy(8)), 10), new Point(AT.minus(DAY.multipliedBy(2)), 80));
        Projection projection = Projection.of(points, 100, AT).orElseThrow();

        assertThat(projection.earliest()).isNotNull();
        assertThat(projection.latest()).isNull();
    }

    @Test
    void aFigureThatFallsIsNeverThere() {
        List<Point> points = List.of(new Point(AT.minus(DAY.multipliedBy(2)), 50), new Point(AT.minus(DAY), 40));

        assertThat(Projection.of(points, 100, AT))
                .get()
                .extracting(Projection::earliest)
                .isNull();
    }

    @Test
    void nothingIsSaidBeforeADayIsKnown() {
        assertThat(Projection.of(List.of(new Point(AT.minusSeconds(3_600), 10), new Point(AT, 90)), 100, AT))
                .isEmpty();
        assertThat(Projection.of(List.of(), 100, AT)).isEmpty();
    }
}
