package org.pledgetracker.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;

class AttemptTest {

    private static final Delivery DELIVERY = new Delivery("c", "t", 1, "r", Channel.WEBHOOK, "m");
    private static final RetrySchedule TWICE =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(100)));

    private final DeliveryRequested requested = new DeliveryRequested(DELIVERY, NOON.plusSeconds(5), NOON);

    @Test
    void whatIsTakenIsDelivered() {
        assertThat(after(requested, new Outcome.Taken())).isEqualTo(new DeliveryDelivered(DELIVERY, 1, NOON));
    }

    @Test
    void whatFailsIsTriedAgainWithGrowingWaitsAndThenAbandoned() {
        DeliveryEvent first = after(requested, new Outcome.Failed("it answered 503"));
        DeliveryEvent second = after(first, new Outcome.Failed("it answered 503"));
        DeliveryEvent third = after(second, new Outcome.Failed("it answered 502"));

        assertThat(first).isEqualTo(new DeliveryFailed(DELIVERY, 1, "it answered 503", NOON.plusSeconds(10), NOON));
        assertThat(second).isEqualTo(new DeliveryFailed(DELIVERY, 2, "it answered 503", NOON.plusSeconds(100), NOON));
        assertThat(third).isEqualTo(new DeliveryAbandoned(DELIVERY, 3, "it answered 502", NOON));
        assertThat(after(second, new Outcome.Taken())).isEqualTo(new DeliveryDelivered(DELIVERY, 3, NOON));
    }

    @Test
    void whatWillNeverWorkIsAbandonedAtOnce() {
        assertThat(after(requested, new Outcome.Gone("it answered 410")))
                .isEqualTo(new DeliveryAbandoned(DELIVERY, 1, "it answered 410", NOON));
        assertThat(after(requested, new Outcome.Refused("the address is refused")))
                .isEqualTo(new DeliveryAbandoned(DELIVERY, 1, "the address is refused", NOON));
    }

    @Test
    void onlyWhatIsNotSettledIsPendingAndDueAtItsTime() {
        DeliveryEvent failed = after(requested, new Outcome.Failed("no answer"));

        assertThat(Attempt.isPending(requested)).isTrue();
        assertThat(Attempt.dueAt(requested)).isEqualTo(NOON.plusSeconds(5));
        assertThat(Attempt.isPending(failed)).isTrue();
        assertThat(Attempt.dueAt(failed)).isEqualTo(NOON.plusSeconds(10));
        assertThat(Attempt.isPending(after(requested, new Outcome.Taken()))).isFalse();
        assertThat(Attempt.isPending(after(requested, new Outcome.Gone("gone"))))
                .isFalse();
    }

    @Test
    void jitterMakesAWaitLongerByAQuarterAtMostAndNeverShorter() {
        assertThat(TWICE.waitAfter(1, 0)).contains(Duration.ofSeconds(10));
        assertThat(TWICE.waitAfter(1, 1)).contains(Duration.ofMillis(12_500));
        assertThat(TWICE.waitAfter(3, 0)).isEmpty();
    }

    private static DeliveryEvent after(DeliveryEvent latest, Outcome outcome) {
        return Attempt.after(latest, outcome, TWICE, NOON, 0);
    }
}
