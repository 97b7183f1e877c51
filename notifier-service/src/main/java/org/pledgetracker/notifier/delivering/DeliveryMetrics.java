package org.pledgetracker.notifier.delivering;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pledgetracker.events.Channel;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.DeliveryBook;
import org.springframework.stereotype.Component;

/** How delivering does, as metrics. Every instance reads the whole log, so all of them say the same. */
@Component
class DeliveryMetrics implements MeterBinder {

    private final DeliveryBook book;

    DeliveryMetrics(DeliveryLog log) {
        this.book = log.book();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pledge.tracker.alerts.waiting.age", book, found -> age(found.oldestWaiting(), Instant.now()))
                .description("Age of the oldest crossing that has not become alerts; 0 where there is none")
                .baseUnit("seconds")
                .register(registry);
        for (Channel channel : Channel.values()) {
            bindTo(registry, channel);
        }
    }

    private void bindTo(MeterRegistry registry, Channel channel) {
        Gauge.builder("pledge.tracker.alerts.undelivered.age", book, found -> undelivered(found, channel))
                .description("Age of the oldest alert that should have been delivered by now; 0 where there is none")
                .baseUnit("seconds")
                .tag("channel", channel.wireName())
                .register(registry);
        Gauge.builder("pledge.tracker.deliveries.pending", book, found -> found.pendingCount(channel))
                .description("Deliveries that are still to be made")
                .tag("channel", channel.wireName())
                .register(registry);
        Gauge.builder("pledge.tracker.deliveries.abandoned", book, found -> found.abandonedCount(channel))
                .description("Deliveries that were given up")
                .tag("channel", channel.wireName())
                .register(registry);
    }

    private static double undelivered(DeliveryBook book, Channel channel) {
        Instant now = Instant.now();
        return age(book.oldestUndelivered(channel, now), now);
    }

    private static double age(Optional<Instant> since, Instant now) {
        return since.map(at -> Duration.between(at, now).toMillis() / 1_000.0).orElse(0.0);
    }
}
