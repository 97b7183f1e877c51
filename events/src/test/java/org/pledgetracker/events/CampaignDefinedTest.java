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

    private static CampaignDefined defined(CampaignState state, Instant at, @Nullable Instant closedAt) {
        CampaignDefinition definition = new CampaignDefinition(
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
                null);
        return new CampaignDefined("c", 1, "d", "k", "test", at, definition, closedAt);
    }
}
