package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The last attempt failed, or another would be no use.
 *
 * @param reason in plain words, without any address
 */
public record DeliveryAbandoned(Delivery delivery, int attempts, String reason, Instant at) implements DeliveryEvent {

    public static final String TYPE = "delivery.abandoned.v1";

    public DeliveryAbandoned {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }
}
