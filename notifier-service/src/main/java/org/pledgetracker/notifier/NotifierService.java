package org.pledgetracker.notifier;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Tells the reps which thresholds were crossed. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotifierService {

    /** The service, ready to be run; its settings are in {@code notifier-service.yaml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotifierService.class).properties("spring.config.name=notifier-service");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
