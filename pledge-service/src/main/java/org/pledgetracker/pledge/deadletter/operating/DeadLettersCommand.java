package org.pledgetracker.pledge.deadletter.operating;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.pledgetracker.pledge.deadletter.DeadLetter;
import org.pledgetracker.pledge.deadletter.Repair;
import org.pledgetracker.pledge.log.BrokerCommand;
import org.pledgetracker.pledge.log.Recorder;

/** The operator's commands {@code dead-letters list} and {@code dead-letters send-back}. */
public final class DeadLettersCommand extends BrokerCommand {

    /** There are none, or all were sent back. */
    public static final int ALL_WELL = 0;

    /** There are some, or not all were sent back. */
    public static final int SOME_LEFT = 1;

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
        super("dead-letters", errors);
        this.out = out;
        this.errors = errors;
    }

    @Override
    protected int run(List<String> words, Map<String, Object> client, Recorder recorder) throws IOException {
        if (words.equals(List.of("list"))) {
            return list(DeadLetters.read(client), false);
        }
        if (words.equals(List.of("list", "--show-values"))) {
            return list(DeadLetters.read(client), true);
        }
        if (words.size() == 2 && words.getFirst().equals("send-back")) {
            List<String> lines = RepairFile.lines(words.get(1));
            try (SendBack sendBack = new SendBack(client, DeadLetters.read(client), recorder::record)) {
                return sendBack(lines, sendBack);
            }
        }
        errors.println(USAGE);
        return NOT_DONE;
    }

    @Override
    protected String unconfirmed() {
        return "that card may have been sent back or not. Run it again: one that was is then refused, because there is a"
                + " newer card.";
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
}
