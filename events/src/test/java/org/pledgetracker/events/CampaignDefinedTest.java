package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignDefinedTest {

    private static final Instant CLOSES = Instant.parse("2027-03-31T23:00:00Z");
    private static final Instant BEFORE = CLOSES.minus(Duration.ofDays(10));
    private static final Instant AFTER = CLOSES.plus(Duration.ofDays(10));

    @Test
    void aCampaignClosesAtItsDateUnlessTheOrganiserClosedItBefore() {
        assertThat(defined(CampaignState.OPEN, BEFORE, null).closing()).isEqualTo(CLOSES);
        assertThat(defined(CampaignState.CLOSED, BEFORE, null).closing()).isEqualTo(BEFORE);
        assertThat(defined(CampaignState.CLOSED, AFTER, null).closing())
                .as("its date came first")
                .isEqualTo(CLOSES);
    }

    @Test
    void whenItClosedIsNotForgottenByALaterDefinition() {
        assertThat(defined(CampaignState.CLOSED, AFTER, BEFORE).closing()).isEqualTo(BEFORE);
    }

    @Test
    void itsCardsAreErasedSoManyDaysAfterItClosed() {
        assertThat(defined(CampaignState.CLOSED, BEFORE, null).eraseAt()).isEqualTo(BEFORE.plus(Duration.ofDays(90)));
    }

    @Test
    void figuresArePublishedByADateByAThresholdOrOnceItHasClosed() {
        assertThat(published(null, null, BEFORE, "any")).isFalse();
        assertThat(published(null, null, CLOSES, "any")).isTrue();
        assertThat(published(BEFORE, null, BEFORE.minusMillis(1), "any")).isFalse();
        assertThat(published(BEFORE, null, BEFORE, "any")).isTrue();
        assertThat(published(null, "quarter", BEFORE, "half")).isFalse();
        assertThat(published(null, "quarter", BEFORE, "quarter")).isTrue();
        assertThat(published(BEFORE, "quarter", BEFORE.minusMillis(1), "quarter"))
                .isTrue();
        assertThat(published(null, "quarter", CLOSES, "half"))
                .as("it was not reached in time")
                .isTrue();
    }

    @Test
    void ofADraftNothingIsPublished() {
        CampaignDefinition draft = definition(CampaignState.DRAFT, BEFORE, "quarter");

        assertThat(draft.isPublishedAt(BEFORE, "quarter"::equals)).isFalse();
    }

    private static boolean published(
            @Nullable Instant publishAt, @Nullable String publishOnReaching, Instant now, String reached) {
        return definition(CampaignState.OPEN, publishAt, publishOnReaching).isPublishedAt(now, reached::equals);
    }

    private static CampaignDefined defined(CampaignState state, Instant at, @Nullable Instant closedAt) {
        return new CampaignDefined("c", 1, "d", "k", "test", at, definition(state, null, null), closedAt);
    }

    private static CampaignDefinition definition(
            CampaignState state, @Nullable Instant publishAt, @Nullable String publishOnReaching) {
        return new CampaignDefinition(
                "C",
                "",
                state,
                "x",
                CLOSES.minus(Duration.ofDays(100)),
                CLOSES,
                90,
                new CampaignDefinition.ConsentText("a", "a"),
                List.of(),
                List.of(),
                new Electorate("s", LocalDate.of(2026, 1, 1), List.of()),
                List.of(),
                List.of(),
                publishAt,
                publishOnReaching);
    }
}
