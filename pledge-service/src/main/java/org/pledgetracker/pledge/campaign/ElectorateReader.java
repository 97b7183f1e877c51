package org.pledgetracker.pledge.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;

/**
 * Reads an electorate: where it comes from, and the headcounts, which stand in a table of region, name and one column for each
 * employment type, or with the regions.
 */
final class ElectorateReader {

    static final String HEADER = "region,name,partner,salaried,locum";
    static final String HEADCOUNTS = "headcounts";
    private static final List<EmploymentType> COLUMNS = List.of(EmploymentType.values());
    private static final int FIRST_COLUMN = 2;

    private final Faults faults;

    ElectorateReader(Faults faults) {
        this.faults = faults;
    }

    Electorate read(Place place, List<Place> regions, Function<String, Optional<String>> files) {
        place.expectOnly("file", "table", "source", "asOf");
        return new Electorate(
                place.at("source").text(),
                place.at("asOf").parsed(Times::date, LocalDate.EPOCH),
                headcounts(place.at("table"), place.at("file"), regions, files));
    }

    private List<Headcount> headcounts(
            Place table, Place file, List<Place> regions, Function<String, Optional<String>> files) {
        if (table.present() && file.present()) {
            faults.add(table.path(), "is there beside a file: use one of them");
            return List.of();
        }
        if (regions.stream().noneMatch(region -> region.at(HEADCOUNTS).present())) {
            return table.present() ? ownTable(table) : tableFrom(file, files);
        }
        if (table.present() || file.present()) {
            faults.add(
                    table.present() ? table.path() : file.path(),
                    "is there beside headcounts of regions: use one of them");
        }
        return regions.stream().flatMap(ElectorateReader::headcounts).toList();
    }

    private static Stream<Headcount> headcounts(Place region) {
        Place headcounts = region.at(HEADCOUNTS);
        if (!headcounts.present()) {
            return Stream.empty();
        }
        headcounts.expectOnly(COLUMNS.stream().map(EmploymentType::wireName).toArray(String[]::new));
        return COLUMNS.stream()
                .filter(type -> headcounts.at(type.wireName()).present())
                .map(type -> new Headcount(
                        region.at("id").textAsItIs(),
                        type,
                        headcounts.at(type.wireName()).parsed(ElectorateReader::headcount, 0)));
    }

    private static int headcount(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new IllegalArgumentException("'" + text + "' is not a headcount");
        }
        return Integer.parseInt(text);
    }

    private List<Headcount> ownTable(Place table) {
        String text = table.text();
        return faults.allSound(table.path()) ? headcounts(table.path(), text) : List.of();
    }

    private List<Headcount> tableFrom(Place file, Function<String, Optional<String>> files) {
        String name = file.text();
        Optional<String> text = name.isEmpty() ? Optional.empty() : files.apply(name);
        if (text.isEmpty()) {
            faults.addUnlessFaulty(file.path(), "there is no file '" + name + "' beside the definition", file.path());
        }
        return text.map(table -> headcounts(file.path() + " '" + name + "'", table))
                .orElse(List.of());
    }

    private List<Headcount> headcounts(String where, String table) {
        List<String> lines = table.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            faults.add(where, "line 1 has to be " + HEADER);
            return List.of();
        }
        List<Headcount> headcounts = new ArrayList<>();
        Set<String> regions = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                headcounts.addAll(row(where, i + 1, line.split(",", -1), regions));
            }
        }
        return headcounts;
    }

    private List<Headcount> row(String where, int number, String[] fields, Set<String> regions) {
        if (fields.length != FIRST_COLUMN + COLUMNS.size()) {
            faults.add(where, "line %d has %d fields instead of %d".formatted(number, fields.length, 5));
            return List.of();
        }
        String region = fields[0].strip();
        if (!regions.add(region)) {
            faults.add(where, "line %d: region '%s' is there twice".formatted(number, region));
        }
        List<Headcount> headcounts = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            String field = fields[FIRST_COLUMN + column].strip();
            if (!field.isEmpty()) {
                try {
                    headcounts.add(new Headcount(region, COLUMNS.get(column), headcount(field)));
                } catch (IllegalArgumentException e) {
                    faults.add(where, "line %d: %s".formatted(number, e.getMessage()));
                }
            }
        }
        return headcounts;
    }
}
