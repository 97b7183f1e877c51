package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * An attempt failed, and another will follow.
 *
 * @param reason in plain words, without any address
 * @param nextAttemptAt not before
 */
public record DeliveryFailed(Delivery delivery, int attempts, String reason, Instant nextAttemptAt, Instant at)
        implements DeliveryEvent {

    public static final String TYPE = "delivery.failed.v1";

    public DeliveryFailed {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }
}
