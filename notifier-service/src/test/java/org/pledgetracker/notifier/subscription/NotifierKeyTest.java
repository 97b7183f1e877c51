package org.pledgetracker.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotifierKeyTest {

    private static final String REP = "AAAAAAAAAAAAAAAAAAAAAA";

    private final NotifierKey key = new NotifierKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    private final NotifierKey other = new NotifierKey("AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    @Test
    void anAddressIsReadAgainByItsKeyForItsRepAndNobodyElse() {
        String sealed = key.seal(REP, "rep@example.org");

        assertThat(sealed).doesNotContain("rep").isNotEqualTo(key.seal(REP, "rep@example.org"));
        assertThat(key.open(REP, sealed)).contains("rep@example.org");
        assertThat(key.open("another", sealed)).isEmpty();
        assertThat(other.open(REP, sealed)).isEmpty();
        assertThat(key.open(REP, "AAAA" + sealed.substring(4))).isEmpty();
        assertThat(key.open(REP, "")).isEmpty();
        assertThat(key.open(REP, "not base64!")).isEmpty();
    }

    @Test
    void aMarkIsTheSameForTheSameAddressAndUnknownWithoutTheKey() {
        assertThat(key.mark("rep@example.org"))
                .isEqualTo(key.mark("rep@example.org"))
                .matches("[A-Za-z0-9_-]{22}")
                .isNotEqualTo(key.mark("other@example.org"))
                .isNotEqualTo(other.mark("rep@example.org"));
    }

    @Test
    void anUnsubscribeLinkWorksForItsAddressAndCannotBeMadeWithoutTheKey() {
        UnsubscribeLink link = new UnsubscribeLink(REP, key.mark("rep@example.org"));
        String token = link.token(key);

        assertThat(UnsubscribeLink.of(token, key)).contains(link);
        assertThat(UnsubscribeLink.of(token, other)).isEmpty();
        assertThat(UnsubscribeLink.of("B" + token.substring(1), key)).isEmpty();
        assertThat(UnsubscribeLink.of("", key)).isEmpty();
        assertThat(UnsubscribeLink.of(token + ".more", key)).isEmpty();
    }

    @Test
    void aFeedsTokenIsRandomAndItsMarkTellsItFromOthersAndNothingAboutIt() {
        FeedToken token = FeedToken.fresh();

        assertThat(token.text()).isNotEqualTo(FeedToken.fresh().text());
        assertThat(FeedToken.of(token.text()).orElseThrow().mark(key))
                .isEqualTo(token.mark(key))
                .isNotEqualTo(FeedToken.fresh().mark(key))
                .isNotEqualTo(token.mark(other))
                .isNotEqualTo(key.mark(token.text()));
        assertThat(token.text()).doesNotContain(token.mark(key));
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(FeedToken.of(token.text() + "A")).isEmpty();
        assertThat(FeedToken.of(token.text().substring(1) + "=")).isEmpty();
    }

    @Test
    void aRotatedSecretSignsBesideTheOneBeforeUntilTheChangeIsOver() {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        WebhookAddress first = WebhookAddress.fresh("https://example.org/hook");
        WebhookAddress rotated = first.rotated(noon);

        assertThat(first.secret()).startsWith("whsec_");
        assertThat(rotated.secretsAt(noon.minusSeconds(1))).containsExactly(rotated.secret(), first.secret());
        assertThat(rotated.secretsAt(noon)).containsExactly(rotated.secret());
        assertThat(rotated.toString()).doesNotContain("whsec").doesNotContain("example");
    }
}
