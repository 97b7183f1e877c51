package org.pledgetracker.webkit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/**
 * The metric of how far something that follows the log is behind its end, under one name in every service.
 *
 * @param view what follows it
 * @param records how many records it has still to read; not a number while that is unknown
 */
public record LogLag(String view, Supplier<Number> records) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pledge.tracker.log.lag", records)
                .description("Records of the log that a view has still to read")
                .tag("view", view)
                .register(registry);
    }
}
