package org.pledgetracker.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotifierSettingsTest {

    /** The variable PLEDGE_TRACKER_KAFKA also reads as the property pledge-tracker.kafka. */
    @Test
    void theAddressOfTheBrokerIsNotTakenForAFaultySetting() {
        var given = new MapConfigurationPropertySource(
                Map.of("pledge-tracker.kafka", "kafka:9092", "pledge-tracker.kafka.replication", "3"));

        NotifierSettings settings =
                new Binder(given).bind("pledge-tracker", NotifierSettings.class).get();

        assertThat(settings.replication()).isEqualTo(3);
    }
}
