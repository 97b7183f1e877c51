package org.pledgetracker.pledge;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.deadletter.operating.DeadLettersCommand;
import org.pledgetracker.pledge.log.BrokerCommand;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.pledge.retention.operating.ErasuresCommand;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that takes pledges. */
@SpringBootApplication
@EnableScheduling
public class PledgeService {

    /** The service, not yet running; its settings are in {@code pledge-service.yaml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(PledgeService.class).properties("spring.config.name=pledge-service");
    }

    /** Runs the service, or the operator's command that the arguments name. */
    public static void main(String[] args) {
        for (BrokerCommand command :
                List.of(new DeadLettersCommand(System.out, System.err), new ErasuresCommand(System.out, System.err))) {
            if (command.isMeantBy(args)) {
                System.exit(command.run(args));
            }
        }
        application().run(args);
    }

    /** Tells what is done by itself when its time has come. */
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    MasterKey masterKey(@Value("${pledge-tracker.master-key:#{null}}") @Nullable String configured) {
        try {
            return MasterKey.of(configured);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    String.valueOf(e.getMessage()),
                    "Set it to 32 random bytes in base64, for instance from `head -c 32 /dev/urandom | base64`, and keep it:"
                            + " without it no pledger can be told from another.");
        }
    }
}
