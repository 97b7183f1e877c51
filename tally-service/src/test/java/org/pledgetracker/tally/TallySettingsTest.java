package org.pledgetracker.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TallySettingsTest {

    /** The variable PLEDGE_TRACKER_KAFKA also reads as the property pledge-tracker.kafka. */
    @Test
    void theAddressOfTheBrokerIsNotTakenForAFaultySetting() {
        var given = new MapConfigurationPropertySource(
                Map.of("pledge-tracker.kafka", "kafka:9092", "pledge-tracker.kafka.replication", "3"));

        TallySettings settings =
                new Binder(given).bind("pledge-tracker", TallySettings.class).get();

        assertThat(settings.replication()).isEqualTo(3);
    }
}
