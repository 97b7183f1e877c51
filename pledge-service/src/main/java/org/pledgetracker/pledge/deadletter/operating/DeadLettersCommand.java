package org.pledgetracker.pledge.deadletter.operating;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.pledge.deadletter.DeadLetter;
import org.pledgetracker.pledge.deadletter.Repair;
import org.pledgetracker.pledge.log.BrokerSettings;
import org.pledgetracker.pledge.log.Recorder;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedRuntimeException;

/** The operator's commands {@code dead-letters list} and {@code dead-letters send-back}. */
public final class DeadLettersCommand {

    /** There are none, or all were sent back. */
    public static final int ALL_WELL = 0;

    /** There are some, or not all were sent back. */
    public static final int SOME_LEFT = 1;

    /** Nothing can be said. */
    public static final int NOT_DONE = 2;

    private static final String NAME = "dead-letters";
    private static final String NOT_A_REPAIR =
            "it does not read {\"partition\": …, \"offset\": …, \"value\": {the whole card}}";
    private static final String USAGE = """
            Usage: dead-letters list [--show-values] [--SETTING=VALUE …]
                   dead-letters send-back FILE [--SETTING=VALUE …]
            FILE (- for the standard input) holds one line for each: {"partition": 3, "offset": 17, "value": {the whole card}}""";

    private final PrintStream out;
    private final PrintStream errors;

    /** Says what it finds to these. */
    public DeadLettersCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Whether the arguments of the program ask for these commands. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Runs one, with the settings of the service.
     *
     * @param arguments the command's name, what it is about, and settings such as
     *     {@code --spring.kafka.bootstrap-servers=…}
     * @return the exit code
     */
    public int run(String... arguments) {
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--") && argument.contains("="))
                .toArray(String[]::new);
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !List.of(settings).contains(argument))
                .toList();
        try (ConfigurableApplicationContext context = application().run(settings)) {
            return run(words, context);
        } catch (BrokerUnavailable e) {
            errors.println(
                    "The broker did not confirm: that card may have been sent back or not. Run it again: one that was"
                            + " is then refused, because there is a newer card.");
        } catch (KafkaException e) {
            errors.println("Could not be done: the broker does not answer as it should (" + e.getMessage()
                    + "). Is it running, and has tally-service been? Another is named with"
                    + " --spring.kafka.bootstrap-servers=HOST:PORT");
        } catch (IOException e) {
            errors.println("The file cannot be read: " + e);
        } catch (NestedRuntimeException e) {
            errors.println("Could not be done with these settings: "
                    + e.getMostSpecificCause().getMessage());
        }
        return NOT_DONE;
    }

    private int run(List<String> words, ConfigurableApplicationContext context) throws IOException {
        Map<String, Object> client = context.getBean(BrokerSettings.class).client();
        if (words.equals(List.of(NAME, "list"))) {
            return list(DeadLetters.read(client), false);
        }
        if (words.equals(List.of(NAME, "list", "--show-values"))) {
            return list(DeadLetters.read(client), true);
        }
        if (words.size() == 3 && words.get(1).equals("send-back")) {
            List<String> lines = RepairFile.lines(words.get(2));
            try (SendBack sendBack =
                    new SendBack(client, DeadLetters.read(client), context.getBean(Recorder.class)::record)) {
                return sendBack(lines, sendBack);
            }
        }
        errors.println(USAGE);
        return NOT_DONE;
    }

    private int list(List<DeadLetter> letters, boolean showValues) {
        letters.forEach(letter -> out.println(RepairFile.line(letter, showValues)));
        errors.println("Dead letters: " + letters.size());
        return letters.isEmpty() ? ALL_WELL : SOME_LEFT;
    }

    private int sendBack(List<String> lines, SendBack sendBack) {
        int sent = 0;
        int refused = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Repair repair = RepairFile.parse(lines.get(i));
                String why = repair == null ? NOT_A_REPAIR : sendBack.send(repair);
                String place = repair == null ? "" : " (" + repair.place() + ")";
                out.println("line %d%s: %s".formatted(i + 1, place, why == null ? "sent back" : "refused: " + why));
                sent += why == null ? 1 : 0;
                refused += why == null ? 0 : 1;
            }
        }
        out.println("Sent back: %d, refused: %d".formatted(sent, refused));
        return refused == 0 ? ALL_WELL : SOME_LEFT;
    }

    /** Of the service, only how it reaches the broker and writes; the log would drown the answer. */
    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.config.name=pledge-service", "logging.threshold.console=off");
    }

    @EnableConfigurationProperties(KafkaProperties.class)
    @Import({BrokerSettings.class, Recorder.class})
    static class Settings {}
}
