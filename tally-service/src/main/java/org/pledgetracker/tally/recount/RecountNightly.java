package org.pledgetracker.tally.recount;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The recount that the running service does by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RecountNightly {

    @Bean
    NightlyRecount nightlyRecount(KafkaProperties kafka, MeterRegistry registry) {
        return new NightlyRecount(new RecountPledges(kafka.buildConsumerProperties()), Clock.systemUTC(), registry);
    }
}
