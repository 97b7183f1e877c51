package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: a table for people, and JSON in {@code target/results} for what compares runs. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final List<Row> rows = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    /** One figure, and what it should be; {@code target} may be empty. */
    Report add(String what, double figure, String unit, String target) {
        rows.add(new Row(what, figure, unit, target));
        return this;
    }

    void print(PrintStream out) throws IOException {
        int width = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        out.println();
        out.println(name);
        for (Row row : rows) {
            out.printf("  %-" + width + "s  %12s %-9s %s%n", row.what(), say(row.figure()), row.unit(), row.target());
        }
        Path folder = Files.createDirectories(Path.of("benchmarks", "target", "results"));
        Path file = folder.resolve(name.replace(' ', '-') + ".json");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("benchmark", name);
        content.put("processors", Runtime.getRuntime().availableProcessors());
        content.put("rows", rows);
        Files.writeString(file, JSON.writeValueAsString(content));
        out.println("  written to " + file);
    }

    private static String say(double figure) {
        return figure >= 100 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure);
    }

    private record Row(String what, double figure, String unit, String target) {}
}
