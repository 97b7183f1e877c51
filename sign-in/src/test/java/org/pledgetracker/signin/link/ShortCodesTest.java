package org.pledgetracker.signin.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShortCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final ShortCodes codes = new ShortCodes(100);

    @Test
    void aCodeStandsForTheLinkOfItsMailOnceHoweverItIsTyped() {
        ShortCodes.Asked asked = mailed("token");
        String typed = " " + asked.code().substring(0, 4).toLowerCase(Locale.ROOT) + " - "
                + asked.code().substring(4) + " ";
        assertThat(codes.attempt(asked.asker(), typed, NOW)).contains(OneTimeLinks.hash("token"));
        assertThat(codes.attempt(asked.asker(), typed, NOW)).isEmpty();
        assertThat(codes.isOpen(asked.asker(), NOW)).isFalse();
    }

    @Test
    void aCodeWorksOnlyForTheBrowserThatAskedForIt() {
        ShortCodes.Asked asked = mailed("token");
        ShortCodes.Asked other = codes.ask(NOW);
        assertThat(codes.attempt(other.asker(), asked.code(), NOW)).isEmpty();
        assertThat(codes.attempt("guess", asked.code(), NOW)).isEmpty();
        assertThat(codes.attempt(asked.asker(), asked.code(), NOW)).isPresent();
    }

    @Test
    void fiveTriesVoidACode() {
        ShortCodes.Asked asked = mailed("token");
        for (int tries = 1; tries <= ShortCodes.MOST_TRIES; tries++) {
            assertThat(codes.isOpen(asked.asker(), NOW)).isTrue();
            assertThat(codes.attempt(asked.asker(), "AAAAAAAA", NOW)).isEmpty();
        }
        assertThat(codes.isOpen(asked.asker(), NOW)).isFalse();
        assertThat(codes.attempt(asked.asker(), asked.code(), NOW)).isEmpty();
    }

    @Test
    void theFifthTryMayBeTheRightOne() {
        ShortCodes.Asked asked = mailed("token");
        for (int tries = 1; tries < ShortCodes.MOST_TRIES; tries++) {
            codes.attempt(asked.asker(), "", NOW);
        }
        assertThat(codes.attempt(asked.asker(), asked.code(), NOW)).isPresent();
    }

    @Test
    void aCodeThatWasNeverMailedCountsTriesAllTheSame() {
        ShortCodes.Asked asked = codes.ask(NOW);
        for (int tries = 1; tries <= ShortCodes.MOST_TRIES; tries++) {
            assertThat(codes.isOpen(asked.asker(), NOW)).isTrue();
            assertThat(codes.attempt(asked.asker(), asked.code(), NOW)).isEmpty();
        }
        assertThat(codes.isOpen(asked.asker(), NOW)).isFalse();
    }

    @Test
    void aCodeExpiresAfterAQuarterOfAnHour() {
        ShortCodes.Asked asked = mailed("token");
        Instant end = NOW.plus(OneTimeLinks.LIFETIME);
        assertThat(codes.isOpen(asked.asker(), end.minusMillis(1))).isTrue();
        assertThat(codes.isOpen(asked.asker(), end)).isFalse();
        assertThat(codes.attempt(asked.asker(), asked.code(), end)).isEmpty();
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        ShortCodes few = new ShortCodes(2);
        ShortCodes.Asked first = few.ask(NOW);
        ShortCodes.Asked second = few.ask(NOW);
        few.ask(NOW);
        assertThat(few.isOpen(first.asker(), NOW)).isFalse();
        assertThat(few.isOpen(second.asker(), NOW)).isTrue();
    }

    @Test
    void aCodeIsHardToGuess() {
        assertThat(codes.ask(NOW).code())
                .matches("[BCDFGHJKLMNPQRSTVWXZ2-9]{8}")
                .isNotEqualTo(codes.ask(NOW).code());
    }

    private ShortCodes.Asked mailed(String token) {
        ShortCodes.Asked asked = codes.ask(NOW);
        codes.standFor(token, asked);
        return asked;
    }
}
