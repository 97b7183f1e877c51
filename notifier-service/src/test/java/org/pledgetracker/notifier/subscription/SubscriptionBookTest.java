package org.pledgetracker.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.subscription.Subscriptions.MORNING;
import static org.pledgetracker.notifier.subscription.Subscriptions.london;

import org.junit.jupiter.api.Test;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Feed;

class SubscriptionBookTest {

    private final SubscriptionBook book = new SubscriptionBook();

    @Test
    void whatWasErasedDoesNotComeBackWhenItIsReadAgain() {
        book.take(london("r"), 3);
        book.take(london("other"), 4);
        book.erased("r", 7);
        book.take(london("r"), 3);

        assertThat(book.of("r")).isEmpty();
        assertThat(book.all()).containsExactly(london("other"));
    }

    @Test
    void aRepWhoComesBackAfterTheErasureIsThereAgain() {
        book.erased("r", 7);
        book.take(london("r"), 8);
        book.erased("r", 7);

        assertThat(book.of("r")).contains(london("r"));
    }

    @Test
    void aFeedIsFoundByItsMarkUntilItGetsAnotherOrEnds() {
        SubscriptionSet first = Subscriber.withFeed(london("r"), new Feed("m-1", MORNING), MORNING);
        book.take(london("other"), 1);
        book.take(first, 2);
        assertThat(book.withFeed("m-1")).contains(first);

        book.take(Subscriber.withFeed(first, new Feed("m-2", MORNING), MORNING), 3);
        assertThat(book.withFeed("m-1")).isEmpty();
        assertThat(book.withFeed("m-2")).isPresent();

        book.take(Subscriber.withFeed(first, null, MORNING), 4);
        assertThat(book.withFeed("m-2")).isEmpty();
    }
}
