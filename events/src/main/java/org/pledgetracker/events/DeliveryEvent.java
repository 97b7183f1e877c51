package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** How a delivery stands. Each of these is the whole of it: whoever has the latest needs none before. */
public sealed interface DeliveryEvent extends AlertEvent
        permits DeliveryRequested, DeliveryDelivered, DeliveryFailed, DeliveryAbandoned {

    Delivery delivery();

    /** How often it has been tried. */
    int attempts();

    Instant at();

    @Override
    default String key() {
        return delivery().key();
    }

    @Override
    @JsonIgnore
    default String campaign() {
        return delivery().campaign();
    }

    @Override
    @JsonIgnore
    default String threshold() {
        return delivery().threshold();
    }

    @Override
    @JsonIgnore
    default int crossing() {
        return delivery().crossing();
    }
}
