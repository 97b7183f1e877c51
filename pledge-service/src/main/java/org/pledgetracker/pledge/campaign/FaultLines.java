package org.pledgetracker.pledge.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds the lines of a definition's text that its faults are about. */
public final class FaultLines {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern LAST_STEP = Pattern.compile("(\\.[^.\\[\\]]*|\\[\\d+]| '.*')$");

    private final Map<String, Integer> lines = new HashMap<>();

    private FaultLines() {}

    /** The lines of that text, as far as it is readable YAML. */
    public static FaultLines of(String yaml) {
        FaultLines found = new FaultLines();
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                found.lines.putIfAbsent(
                        path(parser.streamReadContext().pathAsPointer()),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (JacksonException e) {
            // what is not readable says its line itself
        }
        return found;
    }

    /** The line, counted from 1, of what a fault's path names, or of what that is missing from; empty for the whole text. */
    public OptionalInt line(Fault fault) {
        String path = fault.path();
        while (!path.isEmpty()) {
            Integer line = lines.get(path);
            if (line != null) {
                return OptionalInt.of(line);
            }
            String shorter = LAST_STEP.matcher(path).replaceFirst("");
            path = shorter.equals(path) ? "" : shorter;
        }
        return OptionalInt.empty();
    }

    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer step = pointer; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                path.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
