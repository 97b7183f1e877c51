package org.pledgetracker.webkit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.OptionalLong;

/** The metric of transactions that neither commit nor abort, under one name in every service. */
public interface OpenTransactions extends MeterBinder {

    /** How many hang now; none where that is unknown. */
    OptionalLong hanging() throws InterruptedException;

    @Override
    default void bindTo(MeterRegistry registry) {
        Gauge.builder("pledge.tracker.transactions.hanging", this, OpenTransactions::number)
                .description("Transactions of this service's topics that have been open for five minutes")
                .register(registry);
    }

    private static double number(OpenTransactions transactions) {
        try {
            OptionalLong found = transactions.hanging();
            return found.isPresent() ? found.getAsLong() : Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }
}
