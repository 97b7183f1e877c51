package org.pledgetracker.signin;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;

/** Runs the operator's commands with the settings of sign-in. */
public final class OperatorCommands {

    private final PrintStream out;
    private final PrintStream errors;

    /** Commands that answer to these. */
    public OperatorCommands(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Whether these arguments of the program ask for a command. */
    static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /**
     * Runs the one that is named.
     *
     * @param arguments its name, what it takes, and settings such as {@code --pledge-tracker.data=…}
     * @return the exit code
     */
    public int run(String... arguments) {
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--") && argument.contains("="))
                .toArray(String[]::new);
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !List.of(settings).contains(argument))
                .toList();
        // Lazily: of sign-in only what the command needs. The log would drown the answer
        try (ConfigurableApplicationContext context = SignIn.application()
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("logging.threshold.console=off")
                .run(settings)) {
            return run(
                    words,
                    List.copyOf(context.getBeansOfType(OperatorCommand.class).values()));
        } catch (IOException e) {
            errors.println("Could not be done: " + e.getMessage());
        } catch (NestedRuntimeException e) {
            errors.println("Could not be done with these settings: "
                    + e.getMostSpecificCause().getMessage());
        }
        return OperatorCommand.NOT_DONE;
    }

    private int run(List<String> words, List<OperatorCommand> known) throws IOException {
        for (OperatorCommand command : known) {
            if (command.name().equals(words.getFirst())) {
                return command.run(words.subList(1, words.size()), out, errors);
            }
        }
        errors.println(
                "Usage: " + known.stream().map(OperatorCommand::usage).sorted().collect(Collectors.joining(" | ")));
        return OperatorCommand.NOT_DONE;
    }
}
