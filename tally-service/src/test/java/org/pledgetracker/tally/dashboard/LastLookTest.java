package org.pledgetracker.tally.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastLookTest {

    @Test
    void aVisitIsToldAgainstTheEndOfTheOneBefore() {
        LastLook first = LastLook.of(null, AT);
        LastLook still = LastLook.of(first.cookie(), AT.plus(Duration.ofMinutes(20)));
        LastLook next = LastLook.of(still.cookie(), AT.plus(Duration.ofHours(3)));
        LastLook again = LastLook.of(next.cookie(), AT.plus(Duration.ofHours(3)).plusSeconds(90));

        assertThat(first.before()).isNull();
        assertThat(still.before()).isNull();
        assertThat(next.before()).isEqualTo(AT.plus(Duration.ofMinutes(20)));
        assertThat(again.before()).isEqualTo(AT.plus(Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x.y", "0.99999999999", "-5.-5", "0.2000000000", "1.2.3", "<script>.x"})
    void aCookieThatIsNotOursIsNoLook(String cookie) {
        assertThat(LastLook.of(cookie, AT)).isEqualTo(LastLook.of(null, AT));
    }
}
