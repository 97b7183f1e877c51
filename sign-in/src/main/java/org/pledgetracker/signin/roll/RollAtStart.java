package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.webkit.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the roll once, at start, and refuses to start on a faulty one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
class RollAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(RollAtStart.class);

    @Bean
    Roll roll(SignInProperties properties) {
        Path file = properties.roll();
        if (file == null) {
            throw new CannotStart(
                    "pledge-tracker.roll is not set.", "Set it to the CSV file with the members who may sign in.");
        }
        try (Reader text = Files.newBufferedReader(file)) {
            Roll roll = RollReader.read(text);
            LOG.info("The roll has {} members", roll.size());
            return roll;
        } catch (RollFaults e) {
            throw new CannotStart(
                    "The roll " + file + " has faults:\n" + e.getMessage(), "Mend every line named, and start again.");
        } catch (IOException e) {
            throw new CannotStart(
                    "The roll " + file + " cannot be read: " + e.getClass().getSimpleName() + ".",
                    "Set pledge-tracker.roll to a CSV file that this service may read.");
        }
    }
}
