package org.pledgetracker.events;

/** What was done about an alert. */
public sealed interface AlertEvent extends Event permits AlertAcknowledged, AlertRaised, DeliveryEvent {

    String campaign();

    String threshold();

    int crossing();
}
