package org.pledgetracker.tally.broker;

import org.pledgetracker.events.BrokerProbe;
import org.pledgetracker.tally.view.TallyView;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once everything is counted and can be shown, and while the broker answers. */
@Component("broker")
class BrokerHealth implements HealthIndicator {

    private final BrokerProbe probe;
    private final Counting counting;
    private final TallyView view;

    BrokerHealth(BrokerProbe probe, Counting counting, TallyView view) {
        this.probe = probe;
        this.counting = counting;
        this.view = view;
    }

    @Override
    public Health health() {
        try {
            return counting.isCounting() && view.isComplete() && probe.answers()
                    ? Health.up().build()
                    : Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }
}
