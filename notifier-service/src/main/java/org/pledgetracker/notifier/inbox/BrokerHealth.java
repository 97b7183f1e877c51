package org.pledgetracker.notifier.inbox;

import org.pledgetracker.events.BrokerProbe;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the whole log has been read, and while the broker answers. */
@Component("broker")
class BrokerHealth implements HealthIndicator {

    private final BrokerProbe probe;
    private final InboxView view;

    BrokerHealth(BrokerProbe probe, InboxView view) {
        this.probe = probe;
        this.view = view;
    }

    @Override
    public Health health() {
        try {
            return view.isComplete() && probe.answers()
                    ? Health.up().build()
                    : Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }
}
