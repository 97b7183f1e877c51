package org.pledgetracker.tally;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time, for whatever asks for it while it answers. */
@Configuration(proxyBeanMethods = false)
class TallyClock {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
