package org.pledgetracker.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.reached;
import static org.pledgetracker.notifier.subscription.Subscriptions.ALL;
import static org.pledgetracker.notifier.subscription.Subscriptions.MORNING;
import static org.pledgetracker.notifier.subscription.Subscriptions.contact;
import static org.pledgetracker.notifier.subscription.Subscriptions.london;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AlertEvent;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Timing;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.notifier.subscription.Subscriber;

class FanOutTest {

    private static final Instant NOW = NOON.plusSeconds(90);

    private final ThresholdReached crossing = reached("c", "t", "london", 1);

    @Test
    void aCrossingBecomesOneDeliveryForEachSubscriptionAndChannelAndEndsInTheAlert() {
        List<SubscriptionSet> subscriptions = List.of(
                london("inbox-only"),
                london("mail", contact("m-1"), null),
                london("both", contact("m-2"), contact("w-2")));

        assertThat(FanOut.of(crossing, subscriptions, NOW))
                .containsExactly(
                        requested("mail", Channel.EMAIL, "m-1"),
                        requested("both", Channel.EMAIL, "m-2"),
                        requested("both", Channel.WEBHOOK, "w-2"),
                        new AlertRaised("c", "t", 1, 3, NOW));
    }

    @Test
    void nobodyIsAskedForWhoseSubscriptionHasLapsedOrIsForSomethingElse() {
        List<SubscriptionSet> subscriptions = List.of(london("mail", contact("m-1"), null));
        AlertEvent raisedForNobody = new AlertRaised("c", "t", 1, 0, NOW);

        assertThat(FanOut.of(reached("c", "t", "wales", 1), subscriptions, NOW)).containsExactly(raisedForNobody);
        Instant later = NOW.plus(Duration.ofDays(31));
        assertThat(FanOut.of(crossing, subscriptions, later)).containsExactly(new AlertRaised("c", "t", 1, 0, later));
    }

    @Test
    void mailWaitsForTheDigestAndTheWebhookDoesNot() {
        SubscriptionSet daily = Subscriber.with(
                london("r"), ALL, new Timing(LocalTime.of(18, 0), null, null), contact("m"), contact("w"), MORNING);

        assertThat(FanOut.of(crossing, List.of(daily), NOW))
                .filteredOn(DeliveryRequested.class::isInstance)
                .extracting(event -> ((DeliveryRequested) event).dueAt())
                .containsExactly(Instant.parse("2026-11-02T18:00:00Z"), NOW);
    }

    private static DeliveryRequested requested(String rep, Channel channel, String mark) {
        return new DeliveryRequested(new Delivery("c", "t", 1, rep, channel, mark), NOW, NOW);
    }
}
