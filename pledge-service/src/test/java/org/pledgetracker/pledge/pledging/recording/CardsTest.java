package org.pledgetracker.pledge.pledging.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pseudonym.Pledger;

class CardsTest {

    private static final Instant HOUR = Instant.parse("2026-11-02T09:00:00Z");
    private static final Pledger PLEDGER = new Pledger(1, 2);
    private static final Card ONE = card("one");
    private static final Card TWO = card("two");

    private final Cards cards = new Cards();

    @Test
    void theLatestCardOfAPledgerIsFound() {
        take(4, ONE);
        take(7, TWO);

        assertThat(found()).contains(new RecordedCard(7, TWO));
        assertThat(cards.find("other", PLEDGER)).isEmpty();
    }

    @Test
    void readingTheLogAgainBringsNoOldCardBack() {
        take(4, ONE);
        take(7, TWO);

        take(4, ONE);

        assertThat(found()).contains(new RecordedCard(7, TWO));
    }

    @Test
    void readingTheLogAgainBringsNoErasedCardBack() {
        take(4, ONE);
        take(7, null);

        take(4, ONE);

        assertThat(found()).contains(new RecordedCard(7, null));
    }

    @Test
    void whatThisInstanceRecordedIsThereBeforeTheLogSaysSoAndStaysThere() {
        cards.put("c", PLEDGER, 7, TWO);
        take(4, ONE);

        assertThat(found()).contains(new RecordedCard(7, TWO));
    }

    @Test
    void whatThisInstanceRecordedReplacesNoLaterCardFromAnother() {
        take(7, TWO);
        cards.put("c", PLEDGER, 4, ONE);

        assertThat(found()).contains(new RecordedCard(7, TWO));
    }

    @Test
    void anUnreadableValueCountsAsNothingForItsKey() {
        take(4, ONE);

        assertThatThrownBy(() -> cards.take(record("c/" + PLEDGER.name(), 5, "{".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableEvent.class);

        assertThat(found()).contains(new RecordedCard(5, null));
    }

    @Test
    void markersAndStrangeKeysAreIgnored() {
        cards.take(record(Topics.MARKER_KEY, 4, null));
        cards.take(record("c/not-a-pledger", 5, null));

        assertThat(found()).isEmpty();
    }

    private Optional<RecordedCard> found() {
        return cards.find("c", PLEDGER);
    }

    private void take(long offset, @Nullable Card card) {
        byte[] value = card == null
                ? null
                : Topics.PLEDGES.record(card.fact("c", PLEDGER), HOUR).value();
        cards.take(record("c/" + PLEDGER.name(), offset, value));
    }

    @SuppressWarnings("NullAway") // a tombstone: Kafka's own record does not say that its value may be null
    private static ConsumerRecord<byte[], byte[]> record(String key, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>("pledges", 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static Card card(String action) {
        return new Card("wales", EmploymentType.PARTNER, List.of(Pledge.firm(action)), new Consent("v1", HOUR), HOUR);
    }
}
