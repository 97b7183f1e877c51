package org.pledgetracker.webkit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void aRateIsSoManyCallsInSoLong() {
        assertThat(Rate.valueOf("600/1m")).isEqualTo(new Rate(600, Duration.ofMinutes(1)));
        assertThat(Rate.valueOf(" 5 / PT15M ")).isEqualTo(new Rate(5, Duration.ofMinutes(15)));
        assertThat(Rate.valueOf("none").isUnlimited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/", "/1m", "0/1m", "-1/1m", "5/0s", "many/1m", "5/1m/2"})
    void whatIsNoRateIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
    }
}
