package org.pledgetracker.pledge.log;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** How every client reaches the broker, TLS and SASL settings included. */
@Component
public class BrokerSettings {

    private final Map<String, Object> common;

    BrokerSettings(KafkaProperties properties) {
        Map<String, Object> settings = new HashMap<>(properties.buildAdminProperties());
        settings.remove("client.id");
        this.common = Map.copyOf(settings);
    }

    /** The settings of a client. */
    public Map<String, Object> client() {
        return common;
    }

    /** The settings of a producer that answers only after all replicas have it, and soon says so if they do not. */
    public Map<String, Object> producer(String clientId) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("client.id", clientId);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // nobody waits for company, and those who come while one is on its way go together next
        settings.put("linger.ms", 0);
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("delivery.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 2_000);
        settings.put("max.block.ms", 2_000);
        return settings;
    }
}
