package org.pledgetracker.notifier.alert;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdLost;
import org.pledgetracker.events.ThresholdReached;

/**
 * What a rep gets for a crossing, once.
 *
 * @param raisedAt where its crossing stands in the log
 * @param acknowledgement the first one, if a rep has seen to it
 */
public record Alert(
        String id, ThresholdCrossed crossing, Position raisedAt, Optional<AlertAcknowledged> acknowledgement) {

    /** Newest first; crossings of the same moment in the order of their numbers, then in any fixed order. */
    static final Comparator<Alert> NEWEST_FIRST = Comparator.comparing(
                    (Alert alert) -> alert.crossing().at())
            .thenComparingInt(alert -> alert.crossing().crossing())
            .thenComparing(Alert::id)
            .reversed();

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(crossing, "crossing");
        Objects.requireNonNull(raisedAt, "raisedAt");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
    }

    /** Which way the threshold was crossed. */
    public Kind kind() {
        return switch (crossing) {
            case ThresholdReached reached -> Kind.REACHED;
            case ThresholdLost lost -> Kind.LOST;
        };
    }

    /** Upwards or back down. */
    public enum Kind {
        REACHED,
        LOST
    }
}
