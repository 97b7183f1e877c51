package org.pledgetracker.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A rep has seen to an alert.
 *
 * @param rep handle of the rep, keyed apart from pledgers
 * @param regions the rep's regions, which is how the other reps know them
 */
public record AlertAcknowledged(
        String campaign, String threshold, int crossing, String rep, List<String> regions, Instant at)
        implements AlertEvent {

    public static final String TYPE = "alert.acknowledged.v1";

    public AlertAcknowledged {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(rep, "rep");
        Objects.requireNonNull(at, "at");
        regions = List.copyOf(regions);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign + "/" + threshold + "/" + crossing;
    }
}
