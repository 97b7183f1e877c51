package org.pledgetracker.pledge.retention.operating;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pledgetracker.pledge.log.BrokerCommand;
import org.pledgetracker.pledge.log.Recorder;

/** The operator's commands {@code erasures list} and {@code erasures apply}. */
public final class ErasuresCommand extends BrokerCommand {

    /** Listed, or applied. */
    public static final int ALL_WELL = 0;

    /** Some lines are not erasures: nothing was applied. */
    public static final int NOT_READABLE = 1;

    private static final String USAGE = """
            Usage: erasures list [--SETTING=VALUE …]
                   erasures apply FILE [--SETTING=VALUE …]
            FILE (- for the standard input) is what the list said before: {"key": "campaign/pledger", "at": "2026-11-02T09:00:00Z"}""";

    private final PrintStream out;
    private final PrintStream errors;

    /** Says what it finds to these. */
    public ErasuresCommand(PrintStream out, PrintStream errors) {
        super("erasures", errors);
        this.out = out;
        this.errors = errors;
    }

    @Override
    protected int run(List<String> words, Map<String, Object> client, Recorder recorder) throws IOException {
        if (words.equals(List.of("list"))) {
            List<Erasure> all = Erasures.read(client).all();
            all.forEach(erasure -> out.println(erasure.line()));
            errors.println("Erasures: " + all.size());
            return ALL_WELL;
        }
        if (words.size() == 2 && words.getFirst().equals("apply")) {
            return apply(lines(words.get(1)), client, recorder);
        }
        errors.println(USAGE);
        return NOT_DONE;
    }

    @Override
    protected String unconfirmed() {
        return "not all may be erased. Run it again, which changes nothing twice.";
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
}
