package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final AtomicInteger checks = new AtomicInteger();
    private Instant now = START;

    @Test
    void aGoodTokenIsCheckedOnceAMinute() {
        RememberedTokens tokens = tokens(Duration.ofMinutes(10));
        tokens.decode("a");
        now = START.plusSeconds(59);
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(checks).hasValue(1);
        now = START.plusSeconds(60);
        tokens.decode("a");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenIsNotBelievedBeyondItsExpiry() {
        RememberedTokens tokens = tokens(Duration.ofSeconds(20));
        tokens.decode("a");
        now = START.plusSeconds(20);
        tokens.decode("a");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aBadTokenIsRefusedEachTime() {
        RememberedTokens tokens = new RememberedTokens(
                token -> {
                    checks.incrementAndGet();
                    throw new BadJwtException("bad");
                },
                clock());
        for (int times = 1; times <= 2; times++) {
            assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
            assertThat(checks).hasValue(times);
        }
    }

    @Test
    void aBoundedNumberIsRememberedAndTheLongestUnusedGivesWay() {
        RememberedTokens tokens = tokens(Duration.ofMinutes(10));
        tokens.decode("kept");
        tokens.decode("forgotten");
        for (int other = 0; other < 9_999; other++) {
            tokens.decode("kept");
            tokens.decode("other-" + other);
        }
        int before = checks.get();
        tokens.decode("kept");
        assertThat(checks).hasValue(before);
        tokens.decode("forgotten");
        assertThat(checks).hasValue(before + 1);
    }

    private RememberedTokens tokens(Duration lifetime) {
        return new RememberedTokens(
                token -> {
                    checks.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .issuedAt(START)
                            .expiresAt(START.plus(lifetime))
                            .build();
                },
                clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
