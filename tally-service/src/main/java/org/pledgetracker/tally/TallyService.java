package org.pledgetracker.tally;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Counts pledges, decides which thresholds are crossed, and shows the tallies. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TallyService {

    /** The service, ready to be run; its settings are in {@code tally-service.yaml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TallyService.class).properties("spring.config.name=tally-service");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
