package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ManagementTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whateverAMeterIsMadeWithItSaysNothingOfPledges() {
        registry.config().meterFilter(Management.nothingOfPledges());

        Counter counter = registry.counter(
                "cards",
                "action",
                "close-day",
                "campaign",
                "gp-action-2026",
                "employmentType",
                "partner",
                "employment.type",
                "partner",
                "member",
                "gp-1",
                "outcome",
                "ok",
                "pledger",
                "AbCdEfGhIjKlMnOpQrStUv",
                "region",
                "london",
                "subject",
                "gp-1",
                "type",
                "partner",
                "user",
                "gp-1");

        assertThat(counter.getId().getTags()).containsExactly(Tag.of("outcome", "ok"));
    }
}
