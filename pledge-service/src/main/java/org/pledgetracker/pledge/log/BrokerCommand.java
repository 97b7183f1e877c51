package org.pledgetracker.pledge.log;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedRuntimeException;

/**
 * A command of an operator, which is run with the settings of the service; of the service itself only with how it reaches the
 * broker and writes.
 */
public abstract class BrokerCommand {

    /** Nothing can be said, or not all was done. */
    public static final int NOT_DONE = 2;

    private final String name;
    private final PrintStream errors;

    /**
     * @param name what the arguments of the program begin with
     * @param errors what to say what went wrong to
     */
    protected BrokerCommand(String name, PrintStream errors) {
        this.name = name;
        this.errors = errors;
    }

    /** Whether the arguments of the program ask for this command. */
    public final boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(name);
    }

    /**
     * Runs it.
     *
     * @param arguments the command's name, what it is about, and settings such as {@code --spring.kafka.bootstrap-servers=…}
     * @return the exit code
     */
    public final int run(String... arguments) {
        String[] settings =
                Arrays.stream(arguments).filter(BrokerCommand::isSetting).toArray(String[]::new);
        List<String> words = Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !isSetting(argument))
                .toList();
        try (ConfigurableApplicationContext context = application().run(settings)) {
            return run(words, context.getBean(BrokerSettings.class).client(), context.getBean(Recorder.class));
        } catch (BrokerUnavailable e) {
            errors.println("The broker did not confirm: " + unconfirmed());
        } catch (KafkaException e) {
            errors.println("Could not be done: the broker does not answer as it should (" + e.getMessage()
                    + "). Is it running, and have the services been? Another is named with"
                    + " --spring.kafka.bootstrap-servers=HOST:PORT");
        } catch (IOException e) {
            errors.println("The file cannot be read: " + e);
        } catch (NestedRuntimeException e) {
            errors.println("Could not be done with these settings: "
                    + e.getMostSpecificCause().getMessage());
        }
        return NOT_DONE;
    }

    /**
     * Does what was asked.
     *
     * @param words what follows the command's name, without settings
     * @param client how to reach the broker
     * @return the exit code
     */
    protected abstract int run(List<String> words, Map<String, Object> client, Recorder recorder) throws IOException;

    /** What may have happened, and what to do, when the broker did not confirm. */
    protected abstract String unconfirmed();

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }

    /** The log would drown the answer. */
    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.config.name=pledge-service", "logging.threshold.console=off");
    }

    @EnableConfigurationProperties(KafkaProperties.class)
    @Import({BrokerSettings.class, Recorder.class})
    static class Settings {

        /** What an operator does is not traced. */
        @Bean
        static Tracer noTracer() {
            return TracerProvider.noop().get("none");
        }
    }
}
