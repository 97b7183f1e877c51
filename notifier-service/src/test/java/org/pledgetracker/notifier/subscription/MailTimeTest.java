package org.pledgetracker.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgetracker.events.SubscriptionSet.Timing;

class MailTimeTest {

    private static final Timing NIGHT = new Timing(null, LocalTime.of(22, 0), LocalTime.of(7, 0));

    @Test
    void mailIsDueAtOnceUnlessItsRepSaysOtherwise() {
        Instant now = Instant.parse("2026-11-02T23:30:00Z");
        assertThat(MailTime.dueAt(new Timing(null, null, null), now)).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T21:59:00Z, 2026-11-02T21:59:00Z",
        "2026-11-02T22:00:00Z, 2026-11-03T07:00:00Z",
        "2026-11-03T06:59:00Z, 2026-11-03T07:00:00Z",
        "2026-11-03T07:00:00Z, 2026-11-03T07:00:00Z",
        "2026-07-01T21:30:00Z, 2026-07-02T06:00:00Z"
    })
    void inQuietHoursItWaitsForTheirEndByTheClocksOfTheUnitedKingdom(Instant now, Instant due) {
        assertThat(MailTime.dueAt(NIGHT, now)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T12:00:00Z, 2026-11-02T18:00:00Z",
        "2026-11-02T18:00:01Z, 2026-11-03T18:00:00Z",
        "2026-10-24T18:30:00Z, 2026-10-25T18:00:00Z"
    })
    void aDailyDigestIsDueAtItsHour(Instant now, Instant due) {
        assertThat(MailTime.dueAt(new Timing(LocalTime.of(18, 0), null, null), now))
                .isEqualTo(due);
    }

    @Test
    void aDigestInQuietHoursWaitsForTheirEnd() {
        Timing timing = new Timing(LocalTime.of(5, 0), LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(MailTime.dueAt(timing, Instant.parse("2026-11-02T12:00:00Z")))
                .isEqualTo("2026-11-03T07:00:00Z");
    }

    @Test
    void quietHoursThatTheClocksJumpOverEndAtTheFirstMomentAfter() {
        Timing timing = new Timing(null, LocalTime.of(0, 30), LocalTime.of(1, 30));
        assertThat(MailTime.dueAt(timing, Instant.parse("2026-03-29T00:45:00Z")))
                .isEqualTo("2026-03-29T01:30:00Z");
    }
}
