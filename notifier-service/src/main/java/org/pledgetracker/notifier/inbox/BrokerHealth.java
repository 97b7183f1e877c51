package org.pledgetracker.notifier.inbox;

import org.pledgetracker.events.BrokerProbe;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the whole log has been read, and while the broker answers. */
@Component("broker")
class BrokerHealth implements HealthIndicator {

    private final BrokerProbe probe;
    private final InboxView view;
    private final DeliveryLog log;

    BrokerHealth(BrokerProbe probe, InboxView view, DeliveryLog log) {
        this.probe = probe;
        this.view = view;
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            return view.isComplete() && log.isComplete() && probe.answers()
                    ? Health.up().build()
                    : Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }
}
