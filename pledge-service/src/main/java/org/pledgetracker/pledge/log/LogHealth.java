package org.pledgetracker.pledge.log;

import java.time.Duration;
import org.pledgetracker.events.BrokerProbe;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when the broker answers and the views show everything; asked more often than once a second it repeats itself. */
@Component("log")
class LogHealth implements HealthIndicator, DisposableBean {

    private static final long KEEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventLog log;
    private final BrokerProbe probe;
    private boolean answered;
    private long askedAt = System.nanoTime() - 2 * KEEP_NANOS;

    LogHealth(EventLog log, BrokerSettings settings) {
        this.log = log;
        this.probe = new BrokerProbe(settings.client());
    }

    @Override
    public Health health() {
        if (!log.isFollowed()) {
            return Health.down().withDetail("log", "not read to its end").build();
        }
        return brokerAnswers()
                ? Health.up().build()
                : Health.down().withDetail("broker", "does not answer").build();
    }

    private synchronized boolean brokerAnswers() {
        if (System.nanoTime() - askedAt > KEEP_NANOS) {
            try {
                answered = probe.answers();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answered = false;
            }
            askedAt = System.nanoTime();
        }
        return answered;
    }

    @Override
    public void destroy() {
        probe.close();
    }
}
