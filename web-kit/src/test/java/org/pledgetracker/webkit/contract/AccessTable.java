package org.pledgetracker.webkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who gets which status at which route: a text with a row for each route and a column for each caller. Lines that start
 * with a hash are comments; a dash is a caller that cannot be.
 */
record AccessTable(Map<Route, Map<Caller, Integer>> rows) {

    private static final String NOT_CALLED = "-";

    private static final List<String> HEADING = Stream.concat(
                    Stream.of("method", "path"), Arrays.stream(Caller.values()).map(Caller::title))
            .toList();

    /** The table in this resource, beside the test. */
    static AccessTable read(Class<?> test, String resource) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(resource), resource)) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.trim().split("\\s+", -1)))
                    .toList();
            if (!lines.getFirst().equals(HEADING)) {
                throw new AssertionError(resource + " starts with " + lines.getFirst() + ", not " + HEADING);
            }
            Map<Route, Map<Caller, Integer>> rows = new LinkedHashMap<>();
            lines.stream().skip(1).forEach(line -> rows.put(new Route(line.get(0), line.get(1)), cells(line)));
            return new AccessTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Caller, Integer> cells(List<String> line) {
        if (line.size() != HEADING.size()) {
            throw new AssertionError("not one status for each caller: " + line);
        }
        Map<Caller, Integer> cells = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            String cell = line.get(HEADING.indexOf(caller.title()));
            if (!cell.equals(NOT_CALLED)) {
                cells.put(caller, Integer.valueOf(cell));
            }
        }
        return cells;
    }

    /** The routes without a row, and the rows without a route. */
    List<String> gaps(Collection<Route> routes) {
        Set<Route> named = rows.keySet();
        List<String> gaps = new ArrayList<>();
        routes.stream()
                .filter(route -> named.stream().noneMatch(row -> row.speaksOf(route)))
                .forEach(route -> gaps.add("the table has no row for the route " + route));
        named.stream()
                .filter(row -> routes.stream().noneMatch(row::speaksOf))
                .forEach(row -> gaps.add("there is no route for the row " + row));
        return gaps;
    }
}
