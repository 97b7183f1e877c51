package org.pledgetracker.notifier.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.events.BrokerProbe;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients of the broker; all take {@code spring.kafka.*}, so that TLS and SASL settings reach each. */
@Configuration(proxyBeanMethods = false)
class BrokerClients {

    /** An acknowledgement answers only when the broker has it, and soon if it has not. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Producer<byte[], byte[]> producer(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put("client.id", "notifier-service");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", 2_000);
        settings.put("max.block.ms", 2_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    BrokerProbe brokerProbe(KafkaProperties kafka) {
        return new BrokerProbe(kafka.buildAdminProperties());
    }
}
