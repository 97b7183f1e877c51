package org.pledgetracker.tally.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;

class RecordingTest {

    private final List<TallyRecorded> records = new ArrayList<>();
    private @Nullable TallyReleased before;

    @Test
    void aMinuteInWhichFiguresMovedIsRecordedAtItsEndAsItStoodThen() {
        look(10, AT.plusSeconds(5));
        look(15, AT.plusSeconds(50));
        assertThat(records).isEmpty();

        look(15, AT.plusSeconds(60));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.recordedAt()).isEqualTo(AT);
            assertThat(record.total().pledged()).isEqualTo(15);
            assertThat(record.closing()).isFalse();
            assertThat(record.regions())
                    .allSatisfy(region -> assertThat(region.movedAt()).isNull());
        });
    }

    @Test
    void whatMovesInTheNextMinuteIsNotInTheRecordOfTheLast() {
        look(10, AT.plusSeconds(5));
        look(20, AT.plusSeconds(61));

        assertThat(records)
                .singleElement()
                .satisfies(record -> assertThat(record.total().pledged()).isEqualTo(10));
    }

    @Test
    void itAsksToBeLookedAtWhenAMinuteIsOver() {
        Recording recording = new Recording(null, null);

        assertThat(recording.due(release(10, AT.plusSeconds(5)), false)).contains(AT.plusSeconds(60));
        assertThat(new Recording(recorded(10), null).due(release(10, AT.plusSeconds(5)), false))
                .isEmpty();
    }

    @Test
    void figuresThatCameBackWithinTheMinuteAreNoNews() {
        look(10, AT.plusSeconds(1));
        look(10, AT.plusSeconds(60));
        look(15, AT.plusSeconds(70));
        look(10, AT.plusSeconds(80));
        look(10, AT.plusSeconds(180));

        assertThat(records).hasSize(1);
    }

    @Test
    void aClosedCampaignGetsOneFinalRecord() {
        look(10, AT.plusSeconds(1));
        close(15, AT.plusSeconds(2));
        close(10, AT.plusSeconds(300));

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.closing()).isTrue();
            assertThat(record.total().pledged()).isEqualTo(15);
        });
    }

    @RepeatedTest(50)
    void thereIsAtMostOneAMinuteAndOnlyOnChangeAndTheLastFigureIsNeverMissed(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Instant now = AT;
        int figure = 10;
        for (int i = 0; i < 300; i++) {
            now = now.plusMillis(100 + random.nextInt(40_000));
            figure = Math.max(10, figure + 5 * (random.nextInt(3) - 1));
            look(figure, now);
        }
        look(figure, now.plus(Duration.ofMinutes(2)));

        Set<Instant> minutes = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            assertThat(minutes.add(records.get(i).recordedAt())).isTrue();
            assertThat(records.get(i).recordedAt().getEpochSecond() % 60).isZero();
            if (i > 0) {
                assertThat(records.get(i).total())
                        .isNotEqualTo(records.get(i - 1).total());
            }
        }
        assertThat(records.getLast().total().pledged()).isEqualTo(figure);
    }

    private void look(int figure, Instant now) {
        look(figure, now, false);
    }

    private void close(int figure, Instant now) {
        look(figure, now, true);
    }

    private void look(int figure, Instant now, boolean closed) {
        TallyReleased last = before;
        TallyReleased next = release(figure, now);
        if (last != null && last.hasFiguresOf(next)) {
            next = last;
        }
        new Recording(records.isEmpty() ? null : records.getLast(), last)
                .look(next, closed, now)
                .ifPresent(records::add);
        before = next;
    }

    private static TallyReleased release(int figure, Instant now) {
        Figures figures = new Figures(figure, null, null);
        return new TallyReleased(
                "c", "a", 1, now, figures, List.of(new ReleasedRegion("london", figures, List.of(), now)), now);
    }

    private static TallyRecorded recorded(int figure) {
        TallyReleased release = release(figure, AT);
        return new TallyRecorded(
                "c",
                "a",
                1,
                AT,
                false,
                release.total(),
                List.of(new ReleasedRegion("london", release.total(), List.of())));
    }
}
