package org.pledgetracker.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.Partitions;

class DeliveryBookTest {

    /** When the first crossing of a threshold came. */
    private static final Instant CROSSED = NOON.plusSeconds(60);

    private final DeliveryBook book = new DeliveryBook();

    @Test
    void aCrossingWaitsUntilItIsRaisedAndNeverAgain() {
        book.crossed(reached("c", "t", null, 1), 3, 10);
        book.crossed(reached("c", "t", null, 2), 3, 11);
        assertThat(book.waiting(3)).extracting(crossing -> crossing.crossing()).containsExactly(1, 2);
        assertThat(book.waiting(4)).isEmpty();

        book.raised(new AlertRaised("c", "t", 1, 0, NOON));
        book.crossed(reached("c", "t", null, 1), 3, 12);

        assertThat(book.waiting(3)).extracting(crossing -> crossing.crossing()).containsExactly(2);
    }

    @Test
    void anAlertThatIsReadBeforeItsCrossingKeepsItFromWaiting() {
        book.raised(new AlertRaised("c", "t", 1, 0, NOON));
        book.crossed(reached("c", "t", null, 1), 3, 10);

        assertThat(book.waiting(3)).isEmpty();
    }

    @Test
    void whatIsReadLateOrAgainDoesNotUndoWhatCameAfter() {
        DeliveryRequested requested = requested(Channel.EMAIL, NOON);
        book.stands(requested, 5);
        book.stands(new DeliveryDelivered(requested.delivery(), 1, NOON), 9);
        book.stands(requested, 5);

        assertThat(book.pendingCount(Channel.EMAIL)).isZero();
        assertThat(book.due(Channel.EMAIL, partition -> true, NOON)).isEmpty();
    }

    @Test
    void onlyWhatIsDueOfOwnPartitionsAndThatChannelIsDue() {
        DeliveryRequested mail = requested(Channel.EMAIL, NOON);
        DeliveryRequested call = requested(Channel.WEBHOOK, NOON.plusSeconds(60));
        book.stands(mail, 1);
        book.stands(call, 2);

        assertThat(due(Channel.EMAIL, NOON)).containsExactly(mail);
        assertThat(due(Channel.WEBHOOK, NOON)).isEmpty();
        assertThat(due(Channel.WEBHOOK, NOON.plusSeconds(60))).containsExactly(call);
        assertThat(book.due(Channel.EMAIL, partition -> partition != Partitions.of("c"), NOON))
                .isEmpty();
    }

    @Test
    void onlyWhatWasSettledLongEnoughAgoIsToBeErasedAndOnOwnPartitionsAlone() {
        DeliveryRequested waiting = requested(Channel.EMAIL, NOON);
        DeliveryDelivered delivered =
                new DeliveryDelivered(requested(Channel.WEBHOOK, NOON).delivery(), 1, NOON);
        book.stands(waiting, 1);
        book.stands(delivered, 2);

        assertThat(book.settledBefore(NOON, partition -> true)).isEmpty();
        assertThat(book.settledBefore(NOON.plusSeconds(1), partition -> partition != Partitions.of("c")))
                .isEmpty();
        assertThat(book.settledBefore(NOON.plusSeconds(1), partition -> true)).containsExactly(delivered.key());
    }

    @Test
    void anErasedDeliveryStandsNoMoreAndCanBeRequestedAfresh() {
        DeliveryRequested requested = requested(Channel.EMAIL, NOON);
        book.stands(requested, 1);
        book.erased(requested.key(), 5);
        assertThat(book.standing(requested.key())).isEmpty();
        assertThat(book.all()).isEmpty();
        assertThat(book.pendingCount(Channel.EMAIL)).isZero();

        book.stands(requested, 9);
        assertThat(due(Channel.EMAIL, NOON)).containsExactly(requested);
    }

    @Test
    void whatWasErasedIsNotMadeOnceMoreWhenTheLogIsReadAgainFromItsStart() {
        DeliveryRequested erased = requested(Channel.EMAIL, NOON);
        DeliveryRequested later = requested(Channel.WEBHOOK, NOON);
        book.stands(erased, 1);
        book.erased(erased.key(), 5);
        book.stands(later, 6);

        book.stands(erased, 1);
        book.erased(later.key(), 4);
        assertThat(due(Channel.EMAIL, NOON)).isEmpty();
        assertThat(due(Channel.WEBHOOK, NOON)).containsExactly(later);
    }

    @Test
    void theOldestUndeliveredAlertIsThatOfTheOldestCrossingWhoseDeliveryIsDueOrFailed() {
        book.crossed(reached("c", "t", null, 1), 3, 10);
        DeliveryRequested mail = requested(Channel.EMAIL, NOON.plusSeconds(3_600));
        book.stands(mail, 1);

        assertThat(book.oldestUndelivered(Channel.EMAIL, NOON.plusSeconds(60)))
                .as("the rep wants it later")
                .isEmpty();
        assertThat(book.oldestUndelivered(Channel.EMAIL, NOON.plusSeconds(3_600)))
                .contains(CROSSED);
        assertThat(book.oldestUndelivered(Channel.WEBHOOK, NOON.plusSeconds(3_600)))
                .isEmpty();

        book.stands(
                new DeliveryFailed(mail.delivery(), 1, "no answer", NOON.plusSeconds(9_000), NOON.plusSeconds(3_600)),
                2);
        assertThat(book.oldestUndelivered(Channel.EMAIL, NOON.plusSeconds(3_700)))
                .as("tried in vain, and not due again yet")
                .contains(CROSSED);

        book.stands(new DeliveryDelivered(mail.delivery(), 2, NOON.plusSeconds(9_000)), 3);
        assertThat(book.oldestUndelivered(Channel.EMAIL, NOON.plusSeconds(9_000)))
                .isEmpty();
        assertThat(book.abandonedCount(Channel.EMAIL)).isZero();
    }

    @Test
    void theOldestCrossingThatHasNotFannedOutIsKnownUntilItHas() {
        book.crossed(reached("c", "t", null, 1), 3, 10);
        assertThat(book.oldestWaiting()).contains(CROSSED);

        book.raised(new AlertRaised("c", "t", 1, 0, NOON));
        assertThat(book.oldestWaiting()).isEmpty();
    }

    @Test
    void whatIsGivenUpIsCountedForItsChannelAndWaitsNoMore() {
        book.crossed(reached("c", "t", null, 1), 3, 10);
        DeliveryRequested call = requested(Channel.WEBHOOK, NOON);
        book.stands(call, 1);
        assertThat(book.pendingCount(Channel.WEBHOOK)).isEqualTo(1);

        book.stands(new DeliveryAbandoned(call.delivery(), 9, "no answer", NOON), 2);

        assertThat(book.abandonedCount(Channel.WEBHOOK)).isEqualTo(1);
        assertThat(book.abandonedCount(Channel.EMAIL)).isZero();
        assertThat(book.pendingCount(Channel.WEBHOOK)).isZero();
        assertThat(book.oldestUndelivered(Channel.WEBHOOK, NOON)).isEmpty();
    }

    private List<Object> due(Channel channel, Instant now) {
        return book.due(channel, partition -> true, now).stream()
                .<Object>map(DeliveryBook.Standing::latest)
                .toList();
    }

    private static DeliveryRequested requested(Channel channel, Instant dueAt) {
        return new DeliveryRequested(new Delivery("c", "t", 1, "r", channel, "m"), dueAt, NOON);
    }
}
