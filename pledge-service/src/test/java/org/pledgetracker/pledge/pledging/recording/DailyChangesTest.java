package org.pledgetracker.pledge.pledging.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pledgetracker.pledge.pseudonym.Pledger;

class DailyChangesTest {

    private static final Pledger PLEDGER = new Pledger(1, 2);

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final DailyChanges changes = new DailyChanges(() -> now);

    @Test
    void fiveChangesADayAreTakenAndTheSixthHasToWaitForTheNextDay() {
        for (int change = 0; change < DailyChanges.A_DAY; change++) {
            assertThat(changes.count("c", PLEDGER)).as("change %d", change).isEmpty();
            now = now.plus(Duration.ofHours(2));
        }

        assertThat(changes.count("c", PLEDGER)).contains(Duration.ofHours(14));

        now = now.plus(Duration.ofHours(14));
        assertThat(changes.count("c", PLEDGER)).isEmpty();
    }

    @Test
    void everyPledgerAndCampaignHasFive() {
        for (int change = 0; change < DailyChanges.A_DAY; change++) {
            changes.count("c", PLEDGER);
        }

        assertThat(changes.count("other", PLEDGER)).isEmpty();
        assertThat(changes.count("c", new Pledger(1, 3))).isEmpty();
    }

    @Test
    void itIsRememberedForADayThatSomethingWasChanged() {
        assertThat(changes.hasCounted("c", PLEDGER)).isFalse();

        changes.count("c", PLEDGER);
        assertThat(changes.hasCounted("c", PLEDGER)).isTrue();

        now = now.plus(Duration.ofDays(1));
        assertThat(changes.hasCounted("c", PLEDGER)).isFalse();
    }
}
