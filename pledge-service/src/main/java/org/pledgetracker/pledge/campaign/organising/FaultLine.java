package org.pledgetracker.pledge.campaign.organising;

import java.util.List;
import java.util.OptionalInt;
import org.pledgetracker.pledge.campaign.Fault;
import org.pledgetracker.pledge.campaign.FaultLines;

/**
 * One fault as a page shows it.
 *
 * @param anchor the field to mend it in
 * @param message with its line and how that begins, since a text area counts no lines
 */
record FaultLine(String anchor, String message) {

    private static final int EXCERPT = 60;
    private static final String ID_PATH = "campaign";

    /** The faults of that text, which stands in that field. */
    static List<FaultLine> of(List<Fault> faults, String text, String anchor) {
        FaultLines lines = FaultLines.of(text);
        List<String> all = text.lines().toList();
        return faults.stream()
                .map(fault -> new FaultLine(
                        fault.path().equals(ID_PATH) ? "id" : anchor, where(lines.line(fault), all) + fault))
                .toList();
    }

    /** The faults without lines of a text that the reader does not see. */
    static List<FaultLine> of(List<Fault> faults, String anchor) {
        return faults.stream()
                .map(fault -> new FaultLine(anchor, fault.toString()))
                .toList();
    }

    private static String where(OptionalInt line, List<String> all) {
        if (line.isEmpty() || line.getAsInt() > all.size()) {
            return "";
        }
        String text = all.get(line.getAsInt() - 1).strip();
        String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
        return "Line %d, “%s”: ".formatted(line.getAsInt(), excerpt);
    }
}
