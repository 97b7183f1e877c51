package org.pledgetracker.tally.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Alive unless counting has died of something that a new start may cure. */
@Component("counting")
class CountingHealth implements HealthIndicator {

    private final Counting counting;

    CountingHealth(Counting counting) {
        this.counting = counting;
    }

    @Override
    public Health health() {
        return counting.isAlive() ? Health.up().build() : Health.down().build();
    }
}
