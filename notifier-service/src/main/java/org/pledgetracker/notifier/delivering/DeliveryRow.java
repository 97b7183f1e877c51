package org.pledgetracker.notifier.delivering;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.AlertWords;

/**
 * A delivery in plain words.
 *
 * @param state for the filter: waiting, delivered or abandoned
 * @param whom the webhook of the organisation, or the beginning of a rep's handle, which tells the organiser which are of one
 * @param key what the button sends; empty where there is nothing to send again
 */
record DeliveryRow(
        Instant at,
        String when,
        String alert,
        String region,
        String channel,
        String whom,
        String state,
        String words,
        String key) {

    private static final int SHORT = 6;

    /** @param organisation what the organisation calls the webhook; empty if it is a rep's delivery */
    static DeliveryRow of(
            DeliveryEvent latest,
            ThresholdCrossed crossing,
            Map<String, CampaignDefined> campaigns,
            Optional<String> organisation) {
        AlertWords words = AlertWords.of(crossing, campaigns);
        String state = state(latest);
        return new DeliveryRow(
                latest.at(),
                AlertWords.when(latest.at()),
                words.headline(),
                words.region(),
                latest.delivery().channel() == Channel.EMAIL ? "E-mail" : "Webhook",
                organisation.orElseGet(() -> "Rep " + latest.delivery().rep().substring(0, SHORT) + "…"),
                state,
                words(latest),
                state.equals("waiting") ? "" : latest.key());
    }

    private static String state(DeliveryEvent latest) {
        return switch (latest) {
            case DeliveryRequested requested -> "waiting";
            case DeliveryFailed failed -> "waiting";
            case DeliveryDelivered delivered -> "delivered";
            case DeliveryAbandoned abandoned -> "abandoned";
        };
    }

    private static String words(DeliveryEvent latest) {
        return switch (latest) {
            case DeliveryRequested requested -> "To be sent from " + AlertWords.when(requested.dueAt());
            case DeliveryFailed failed ->
                "Failed (" + failed.reason() + "), tried " + times(failed) + "; again from "
                        + AlertWords.when(failed.nextAttemptAt());
            case DeliveryDelivered delivered -> "At attempt " + delivered.attempts();
            case DeliveryAbandoned abandoned -> "Tried " + times(abandoned) + ": " + abandoned.reason();
        };
    }

    private static String times(DeliveryEvent latest) {
        return latest.attempts() == 1 ? "once" : latest.attempts() + " times";
    }
}
