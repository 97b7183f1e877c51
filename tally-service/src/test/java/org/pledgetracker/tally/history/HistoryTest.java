package org.pledgetracker.tally.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased.Figures;

class HistoryTest {

    private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

    private final History history = new History();

    @Test
    void whatIsLongAgoIsKeptByTheHourAndThenByTheDayAsItStoodAtTheEnd() {
        for (int minute = 0; minute < 30 * 24 * 60; minute += 7) {
            history.add(record(DAY.plus(Duration.ofMinutes(minute)), minute, false));
        }
        Instant now = DAY.plus(Duration.ofDays(30));
        List<TallyRecorded> kept = history.asOf(now);

        assertThat(kept).hasSizeBetween(16 + 13 * 24, 17 + 14 * 24 + 26);
        // the last of the first day, under that day
        assertThat(kept.getFirst().recordedAt()).isEqualTo(DAY);
        assertThat(kept.getFirst().total().pledged()).isEqualTo(24 * 60 / 7 * 7);
        assertThat(kept.getLast().total().pledged()).isEqualTo((30 * 24 * 60 - 1) / 7 * 7);
        assertThat(kept).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
    }

    @Test
    void whenItWasThinnedMakesNoDifference() {
        History read = new History();
        for (int minute = 0; minute < 3_000; minute++) {
            TallyRecorded record = record(DAY.plus(Duration.ofMinutes(minute)), minute, false);
            history.add(record);
            read.add(record);
            if (minute % 100 == 0) {
                read.asOf(record.recordedAt());
            }
        }

        assertThat(read.asOf(DAY.plus(Duration.ofDays(3)))).isEqualTo(history.asOf(DAY.plus(Duration.ofDays(3))));
    }

    @Test
    void theFinalRecordStaysAndOneReadTwiceCountsOnce() {
        history.add(record(DAY, 10, false));
        history.add(record(DAY, 10, false));
        history.add(record(DAY.plusSeconds(60), 15, true));

        assertThat(history.asOf(DAY.plus(Duration.ofDays(100))))
                .extracting(TallyRecorded::closing)
                .containsExactly(false, true);
    }

    private static TallyRecorded record(Instant at, int figure, boolean closing) {
        return new TallyRecorded("c", "a", 1, at, closing, new Figures(figure, null, null), List.of());
    }
}
