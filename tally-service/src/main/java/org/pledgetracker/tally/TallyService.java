package org.pledgetracker.tally;

import org.pledgetracker.tally.recount.RecountCommand;
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

    /** Runs the service, or the operator's command that the arguments name. */
    public static void main(String[] args) throws InterruptedException {
        if (RecountCommand.isMeantBy(args)) {
            System.exit(new RecountCommand(System.out, System.err).run(args));
        }
        application().run(args);
    }
}
