package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pledgetracker.signin.OperatorCommand;
import org.pledgetracker.signin.SignInProperties;
import org.springframework.stereotype.Component;

/** The operator's command {@code import-roll}: counts alone are printed, and faults by line, no names. */
@Component
final class ImportRollCommand implements OperatorCommand {

    private static final String DRY_RUN = "--dry-run";

    private final SignInProperties properties;

    ImportRollCommand(SignInProperties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "import-roll";
    }

    @Override
    public String usage() {
        return "import-roll FILE [--dry-run] (- for the standard input)";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream errors) throws IOException {
        List<String> files =
                words.stream().filter(word -> !word.equals(DRY_RUN)).toList();
        if (files.size() != 1) {
            errors.println("Usage: " + usage());
            return NOT_DONE;
        }
        if (properties.demo() && !words.contains(DRY_RUN)) {
            errors.println("Demo mode has no roll: only a --dry-run can be made.");
            return NOT_DONE;
        }
        String text = files.getFirst().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(files.getFirst()));
        RollFolder folder = new RollFolder(properties.data(), properties.roll());
        try {
            Roll roll = RollReader.read(new StringReader(text));
            RollChange change = RollChange.between(folder.latest().orElse(Roll.EMPTY), roll);
            out.println("Members: %d, join: %d, leave: %d, change: %d"
                    .formatted(
                            roll.size(),
                            change.joined().size(),
                            change.left().size(),
                            change.changed().size()));
        } catch (RollFaults e) {
            e.faults().forEach(out::println);
            out.println("Faults: %d. Nothing is changed.".formatted(e.faults().size()));
            return NOT_ALL_WELL;
        }
        if (words.contains(DRY_RUN)) {
            out.println("A dry run: nothing is changed.");
        } else {
            folder.putNext(text);
            out.println("Imported: sign-in takes it over within seconds, or when it starts.");
        }
        return ALL_WELL;
    }
}
