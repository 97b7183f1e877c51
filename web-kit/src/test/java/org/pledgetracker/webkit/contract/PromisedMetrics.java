package org.pledgetracker.webkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that operators are told of, in the table of {@code docs/operations/metrics.md}. */
public final class PromisedMetrics {

    private static final Path TABLE = Path.of("..", "docs", "operations", "metrics.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\| ([a-z, -]+) \\|");

    private PromisedMetrics() {}

    /** Those of one service, or of {@code all}. */
    public static Set<String> of(String service) {
        Set<String> names = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(TABLE)) {
                Matcher row = ROW.matcher(line);
                if (row.find() && (row.group(2).equals("all") || row.group(2).contains(service))) {
                    names.add(row.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
