package org.pledgetracker.webkit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Rate THREE_A_MINUTE = new Rate(3, Duration.ofMinutes(1));

    private final Hand now = new Hand();

    /** A clock that is moved by hand. */
    private static final class Hand implements TimeMeter {

        private long nanos = 1;

        void move(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void beyondTheirCallsACallerWaitsUntilTheNextIsThere() {
        Buckets buckets = new Buckets(THREE_A_MINUTE, 100, now);
        for (int call = 0; call < 3; call++) {
            assertThat(buckets.spend("ada")).isEmpty();
        }
        Duration wait = buckets.spend("ada").orElseThrow();
        assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
        now.move(wait);
        assertThat(buckets.spend("ada")).isEmpty();
        assertThat(buckets.spend("ada")).isPresent();
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        Buckets buckets = new Buckets(new Rate(1, Duration.ofMinutes(1)), 100, now);
        assertThat(buckets.spend("ada")).isEmpty();
        assertThat(buckets.spend("ada")).isPresent();
        assertThat(buckets.spend("ben")).isEmpty();
    }

    @Test
    void withoutALimitNobodyWaits() {
        Buckets buckets = new Buckets(Rate.valueOf("none"), 100, now);
        for (int call = 0; call < 10_000; call++) {
            assertThat(buckets.spend("ada")).isEmpty();
        }
        assertThat(buckets.size()).isZero();
    }

    @Test
    void aBoundedNumberOfCallersIsRemembered() {
        Buckets buckets = new Buckets(THREE_A_MINUTE, 100, now);
        for (int caller = 0; caller < 10_000; caller++) {
            buckets.spend("caller-" + caller);
        }
        assertThat(buckets.size()).isBetween(1L, 100L);
    }

    @Test
    void whoHasAllTheirCallsAgainIsForgotten() {
        Buckets buckets = new Buckets(THREE_A_MINUTE, 100, now);
        buckets.spend("ada");
        now.move(Duration.ofMinutes(1));
        assertThat(buckets.size()).isZero();
    }
}
