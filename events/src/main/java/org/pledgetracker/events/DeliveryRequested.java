package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;

/**
 * An alert is to be delivered.
 *
 * @param dueAt not before: later than now in quiet hours, and where the rep wants a daily digest
 */
public record DeliveryRequested(Delivery delivery, Instant dueAt, Instant at) implements DeliveryEvent {

    public static final String TYPE = "delivery.requested.v1";

    public DeliveryRequested {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(at, "at");
    }

    /** Nothing has been tried yet. */
    @Override
    @JsonIgnore
    public int attempts() {
        return 0;
    }

    @Override
    public String typeName() {
        return TYPE;
    }
}
