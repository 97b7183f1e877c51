package org.pledgetracker.pledge.retention.operating;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
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

/** The operator's commands {@code erasures list} and {@code erasures apply}. */
public final class ErasuresCommand {

    /** Listed, or applied. */
    public static final int ALL_WELL = 0;

    /** Some lines are not erasures: nothing was applied. */
    public static final int NOT_READABLE = 1;

    /** Nothing can be said, or not all was applied. */
    public static final int NOT_DONE = 2;

    private static final String NAME = "erasures";
    private static final String USAGE = """
            Usage: erasures list [--SETTING=VALUE …]
                   erasures apply FILE [--SETTING=VALUE …]
            FILE (- for the standard input) is what the list said before: {"key": "campaign/pledger", "at": "2026-11-02T09:00:00Z"}""";

    private final PrintStream out;
    private final PrintStream errors;

    /** Says what it finds to these. */
    public ErasuresCommand(PrintStream out, PrintStream errors) {
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
     * @param arguments the command's name, what it is about, and settings such as {@code --spring.kafka.bootstrap-servers=…}
     * @return the exit code
     */
    public int run(String... arguments) {
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        try (ConfigurableApplicationContext context = application().run(settings)) {
            return run(words, context);
        } catch (BrokerUnavailable e) {
            errors.println(
                    "The broker did not confirm, so not all may be erased: run it again, which changes nothing twice.");
        } catch (KafkaException e) {
            errors.println("Could not be done: the broker does not answer as it should (" + e.getMessage()
                    + "). Another is named with --spring.kafka.bootstrap-servers=HOST:PORT");
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
            List<Erasure> all = Erasures.read(client).all();
            all.forEach(erasure -> out.println(erasure.line()));
            errors.println("Erasures: " + all.size());
            return ALL_WELL;
        }
        if (words.size() == 3 && words.get(1).equals("apply")) {
            return apply(lines(words.get(2)), client, context.getBean(Recorder.class));
        }
        errors.println(USAGE);
        return NOT_DONE;
    }

    /** All lines are read first: half a file would look like a whole one. */
    private int apply(List<String> lines, Map<String, Object> client, Recorder recorder) {
        List<Erasure> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Erasure erasure = Erasure.parse(lines.get(i));
            if (erasure == null) {
                errors.println("Line %d is not an erasure: nothing was applied.".formatted(i + 1));
                return NOT_READABLE;
            }
            wanted.add(erasure);
        }
        Erasures now = Erasures.read(client);
        long again = wanted.stream()
                .filter(erasure -> now.apply(erasure, recorder::record))
                .count();
        out.println("Erased again: %d, nothing to erase: %d".formatted(again, wanted.size() - again));
        return ALL_WELL;
    }

    private static List<String> lines(String file) throws IOException {
        byte[] content = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
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
