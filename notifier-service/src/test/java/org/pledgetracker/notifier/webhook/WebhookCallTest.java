package org.pledgetracker.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.notifier.delivery.Sender;

class WebhookCallTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void thePublishedVectorOfStandardWebhooksIsMet() {
        WebhookCall call = new WebhookCall(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330L), "{\"test\": 2432232314}");

        assertThat(call.signatures(List.of(SECRET))).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSignsForItself() {
        WebhookCall call = new WebhookCall(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330L), "{\"test\": 2432232314}");

        assertThat(call.signatures(List.of("whsec_AAAA", SECRET)).split(" "))
                .hasSize(2)
                .endsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aCallKeepsItsIdInEveryAttemptAndSaysWhatHappenedAndNoCount() {
        Sender.Notice notice = new Sender.Notice(
                new DeliveryRequested(new Delivery("c", "t", 1, "r", Channel.WEBHOOK, "m"), NOON, NOON),
                reached("c", "t", "london", 1));

        WebhookCall first = WebhookCall.of(notice, NOON);
        assertThat(WebhookCall.of(notice, NOON.plusSeconds(60)).id()).isEqualTo(first.id());
        assertThat(first.body())
                .contains("\"type\":\"threshold.reached\"", "\"region\":\"london\"", "Not a ballot, not a call to act")
                .doesNotContain("required", "offset", "atLeast");
    }
}
