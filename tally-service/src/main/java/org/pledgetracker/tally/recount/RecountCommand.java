package org.pledgetracker.tally.recount;

import java.io.PrintStream;
import java.util.Arrays;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.UnknownEventVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;

/** The operator's command {@code recount}: compares all published tallies with the cards. */
public final class RecountCommand {

    /** Everything was compared and agrees. */
    public static final int AGREES = 0;

    /** There are differences, or a campaign could not be compared. */
    public static final int DIFFERS = 1;

    /** Nothing can be said. */
    public static final int NOT_DONE = 2;

    private static final String NAME = "recount";

    private final PrintStream out;
    private final PrintStream errors;

    /** Says what it finds to these. */
    public RecountCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Whether the arguments of the program ask for this command. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Runs it, with the settings of the service.
     *
     * @param arguments the command's name, and settings such as {@code --spring.kafka.bootstrap-servers=…}
     * @return the exit code
     */
    public int run(String... arguments) throws InterruptedException {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        if (!Arrays.stream(settings).allMatch(setting -> setting.startsWith("--") && setting.contains("="))) {
            errors.println("Usage: recount [--spring.kafka.bootstrap-servers=HOST:PORT] [--SETTING=VALUE …]");
            return NOT_DONE;
        }
        try (ConfigurableApplicationContext context = application().run(settings)) {
            return recount(context.getBean(KafkaProperties.class));
        } catch (NestedRuntimeException e) {
            errors.println("Could not recount with these settings: "
                    + e.getMostSpecificCause().getMessage());
            return NOT_DONE;
        }
    }

    private int recount(KafkaProperties kafka) throws InterruptedException {
        try {
            return say(new RecountPledges(kafka.buildConsumerProperties()).recount());
        } catch (UnknownEventVersion e) {
            errors.println("Could not recount: " + e.getMessage() + ".");
        } catch (KafkaException e) {
            errors.println(
                    "Could not recount: the broker at %s does not answer as it should (%s). Is it running, and has"
                                    .formatted(String.join(",", kafka.getBootstrapServers()), reason(e))
                            + " tally-service been? Another is named with --spring.kafka.bootstrap-servers=HOST:PORT");
        }
        return NOT_DONE;
    }

    private static String reason(KafkaException e) {
        return String.valueOf(e.getCause() instanceof KafkaException cause ? cause.getMessage() : e.getMessage());
    }

    private int say(RecountReport report) {
        report.differences().forEach(out::println);
        report.passedOver()
                .forEach(campaign -> out.println(
                        campaign + ": passed over: its tallies are not published under its latest definition"));
        report.erased()
                .forEach(campaign -> out.println(campaign
                        + ": not compared: it closed so long ago that its cards are erased; its tallies remain"));
        out.println("Compared campaigns: %d, cards: %d, differences: %d, passed over: %d"
                .formatted(
                        report.campaigns(),
                        report.cards(),
                        report.differences().size(),
                        report.passedOver().size()));
        return report.agrees() ? AGREES : DIFFERS;
    }

    /** Nothing of the service but its settings; the log would drown the answer. */
    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=tally-service", "logging.threshold.console=off");
    }

    @EnableConfigurationProperties(KafkaProperties.class)
    static class Settings {}
}
