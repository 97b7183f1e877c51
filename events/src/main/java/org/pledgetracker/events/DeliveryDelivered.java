package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * An alert was delivered: the mail server or the webhook took it.
 */
public record DeliveryDelivered(Delivery delivery, int attempts, Instant at) implements DeliveryEvent {

    public static final String TYPE = "delivery.delivered.v1";

    public DeliveryDelivered {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }
}
