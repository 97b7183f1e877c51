package org.pledgetracker.notifier.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.Alert;

/**
 * An alert as the API shows it.
 *
 * @param region the threshold's region; null for all
 * @param kind {@code reached} or {@code lost}
 * @param acknowledgedBy whoever saw to it first; null if nobody has
 */
record AlertShape(
        String id,
        String campaign,
        String threshold,
        String title,
        String action,
        @Nullable String region,
        String kind,
        int crossing,
        Instant at,
        @Nullable AcknowledgedBy acknowledgedBy) {

    /** @param regions of the rep, which is how the others know them; none for the organiser */
    record AcknowledgedBy(List<String> regions, Instant at) {

        private static AcknowledgedBy of(AlertAcknowledged acknowledgement) {
            return new AcknowledgedBy(acknowledgement.regions(), acknowledgement.at());
        }
    }

    static AlertShape of(Alert alert) {
        ThresholdCrossed crossing = alert.crossing();
        return new AlertShape(
                alert.id(),
                crossing.campaign(),
                crossing.threshold(),
                crossing.title(),
                crossing.action(),
                crossing.region(),
                alert.kind().name().toLowerCase(Locale.ROOT),
                crossing.crossing(),
                crossing.at(),
                alert.acknowledgement().map(AcknowledgedBy::of).orElse(null));
    }
}
