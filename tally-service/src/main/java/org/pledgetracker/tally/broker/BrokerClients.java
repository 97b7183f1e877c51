package org.pledgetracker.tally.broker;

import org.pledgetracker.events.BrokerProbe;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients of the broker; all take {@code spring.kafka.*}, so that TLS and SASL settings reach each. */
@Configuration(proxyBeanMethods = false)
class BrokerClients {

    @Bean
    BrokerProbe brokerProbe(KafkaProperties kafka) {
        return new BrokerProbe(kafka.buildAdminProperties());
    }
}
