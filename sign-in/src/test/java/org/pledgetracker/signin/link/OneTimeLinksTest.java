package org.pledgetracker.signin.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final OneTimeLinks links = new OneTimeLinks(100);

    @Test
    void aLinkSignsItsMemberInOnce() {
        String token = links.issue("ada", NOW).orElseThrow();
        assertThat(links.use(token, NOW.plusSeconds(60))).contains("ada");
        assertThat(links.use(token, NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void lookingAtALinkUsesNothingUp() {
        String token = links.issue("ada", NOW).orElseThrow();
        assertThat(links.isOpen(token, NOW)).isTrue();
        assertThat(links.isOpen(token, NOW)).isTrue();
        assertThat(links.use(token, NOW)).contains("ada");
        assertThat(links.isOpen(token, NOW)).isFalse();
    }

    @Test
    void aLinkExpiresAfterAQuarterOfAnHour() {
        String token = links.issue("ada", NOW).orElseThrow();
        Instant last = NOW.plus(OneTimeLinks.LIFETIME).minusMillis(1);
        assertThat(links.isOpen(token, last)).isTrue();
        assertThat(links.isOpen(token, last.plusMillis(1))).isFalse();
        assertThat(links.use(token, NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    }

    @Test
    void aTokenThatWasNeverIssuedSignsNobodyIn() {
        links.issue("ada", NOW);
        assertThat(links.use("guess", NOW)).isEmpty();
    }

    @Test
    void aMemberHasAtMostThreeOpenLinksUntilTheyExpire() {
        for (int i = 0; i < 3; i++) {
            assertThat(links.issue("ada", NOW)).isPresent();
        }
        assertThat(links.issue("ada", NOW)).isEmpty();
        assertThat(links.issue("ben", NOW)).isPresent();
        assertThat(links.issue("ada", NOW.plus(OneTimeLinks.LIFETIME))).isPresent();
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        OneTimeLinks few = new OneTimeLinks(2);
        String first = few.issue("ada", NOW).orElseThrow();
        String second = few.issue("ben", NOW).orElseThrow();
        few.issue("cal", NOW);
        assertThat(few.isOpen(first, NOW)).isFalse();
        assertThat(few.isOpen(second, NOW)).isTrue();
    }
}
