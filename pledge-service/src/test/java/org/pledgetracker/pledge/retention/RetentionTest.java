package org.pledgetracker.pledge.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.pledging.Card;

class RetentionTest {

    private static final Instant ANSWER_BY = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant ERASE_AT = Instant.parse("2027-06-28T23:00:00Z");
    private static final Instant BEFORE = ANSWER_BY.minus(Duration.ofDays(20));
    private static final CampaignDefined ASKING = defined(Samples.VALID.replace(
            "{version: v1, text: I agree}", "{version: v2, text: I agree to more, answerBy: 2026-12-01}"));

    @Test
    void whoHasNotAgreedToTheNewTextInTimeIsErased() {
        assertThat(hasExpired(ASKING, agreedTo("v1", BEFORE), ANSWER_BY)).isTrue();
        assertThat(hasExpired(ASKING, agreedTo("v1", BEFORE), ANSWER_BY.minusMillis(1)))
                .as("there is still time")
                .isFalse();
    }

    @Test
    void whoHasAgreedStaysAlsoWhereTheyWereLate() {
        assertThat(hasExpired(ASKING, agreedTo("v2", BEFORE), ANSWER_BY)).isFalse();
        assertThat(hasExpired(ASKING, agreedTo("v2", ANSWER_BY), ANSWER_BY)).isFalse();
    }

    @Test
    void anAnswerToAStillLaterTextThatIsNotReadHereYetIsNoOldOne() {
        assertThat(hasExpired(ASKING, agreedTo("v3", ANSWER_BY), ANSWER_BY.plusSeconds(5)))
                .isFalse();
    }

    @Test
    void whereNobodyHasToAnswerAgainNobodyIsErasedBeforeTheEnd() {
        CampaignDefined silent = defined(Samples.VALID);

        assertThat(hasExpired(silent, agreedTo("v0", BEFORE), ERASE_AT)).isFalse();
    }

    @Test
    void allCardsAndTheKeyGoAnHourAfterTheDayOfErasure() {
        Instant hourAfter = ERASE_AT.plus(Duration.ofHours(1));

        assertThat(ASKING.eraseAt()).isEqualTo(ERASE_AT);
        assertThat(new Retention(ASKING, hourAfter.minusMillis(1)).isOver()).isFalse();
        assertThat(hasExpired(ASKING, agreedTo("v2", BEFORE), hourAfter.minusMillis(1)))
                .isFalse();
        assertThat(new Retention(ASKING, hourAfter).isOver()).isTrue();
        assertThat(hasExpired(ASKING, agreedTo("v2", BEFORE), hourAfter)).isTrue();
    }

    private static boolean hasExpired(CampaignDefined campaign, Card card, Instant now) {
        return new Retention(campaign, now).hasExpired(card);
    }

    private static Card agreedTo(String version, Instant at) {
        return new Card("wales", EmploymentType.PARTNER, List.of(), new Consent(version, at), at);
    }

    private static CampaignDefined defined(String yaml) {
        return new CampaignDefined("c", 1, "d", "k", "test", BEFORE, Samples.definition(yaml));
    }
}
