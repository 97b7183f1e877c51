package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0.6, 2600, 1560", "0.25, 2600, 650", "0.3333, 10, 4", "1, 7, 7", "0.0001, 1, 1", "0.5, 0, 0"})
    void asksForTheSmallestWholeNumberThatReachesIt(BigDecimal share, long electorate, long required) {
        assertThat(Share.of(share).of(electorate)).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 1560, 2600, true", "0.6, 1559, 2600, false", "0.0001, 0, 0, false", "0.0001, 5, 0, false"})
    void isMetExactlyAndNeverOverAnElectorateOfNought(BigDecimal share, long count, long electorate, boolean met) {
        assertThat(Share.of(share).isMetBy(count, electorate)).isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.0001", "0.00001"})
    void refusesWhatIsNoShare(BigDecimal fraction) {
        assertThatThrownBy(() -> Share.of(fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and at most 1");
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(Share.of(new BigDecimal("0.60"))).isEqualTo(Share.of(new BigDecimal("0.6")));
        assertThat(Share.ofPercent(60).fraction()).isEqualTo(new BigDecimal("0.6"));
        assertThat(Share.ofPercent(60).percent()).isEqualTo("60");
    }
}
