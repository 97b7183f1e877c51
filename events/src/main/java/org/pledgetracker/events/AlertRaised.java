package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A crossing has fanned out, and never will again: this ends the transaction that its deliveries were requested in.
 *
 * @param deliveries how many were requested
 */
public record AlertRaised(String campaign, String threshold, int crossing, int deliveries, Instant at)
        implements AlertEvent {

    public static final String TYPE = "alert.raised.v1";

    public AlertRaised {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    /** Not that of its acknowledgement, or compaction would keep only one of the two. */
    @Override
    public String key() {
        return campaign + "/" + threshold + "/" + crossing + "/raised";
    }
}
