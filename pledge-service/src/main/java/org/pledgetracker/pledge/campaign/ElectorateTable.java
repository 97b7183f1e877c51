package org.pledgetracker.pledge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;

/** Headcounts as a table in CSV (RFC 4180): region, name and one column for each employment type. */
final class ElectorateTable {

    /** A table without rows. */
    static final String EMPTY = "region,name,partner,salaried,locum\n";

    private static final List<EmploymentType> TYPES = List.of(EmploymentType.values());
    private static final List<String> COLUMNS = List.of(EMPTY.strip().split(",", -1));
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setRecordSeparator('\n')
            .get();

    private final Consumer<String> faults;
    private final Set<String> regions = new HashSet<>();
    private final List<Headcount> headcounts = new ArrayList<>();

    private ElectorateTable(Consumer<String> faults) {
        this.faults = faults;
    }

    /**
     * Reads the headcounts of a table.
     *
     * @param faults is told what is wrong and in which line
     */
    static List<Headcount> read(String text, Consumer<String> faults) {
        ElectorateTable table = new ElectorateTable(faults);
        try (CSVParser rows = CSVParser.parse(text, FORMAT)) {
            if (rows.getHeaderNames().equals(COLUMNS)) {
                rows.forEach(row -> table.read(row, rows.getCurrentLineNumber()));
            } else {
                faults.accept("line 1 has to be " + EMPTY.strip());
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            faults.accept("is not valid CSV: " + e.getMessage());
        }
        return table.headcounts;
    }

    private void read(CSVRecord row, long line) {
        if (!row.isConsistent()) {
            faults.accept("line %d has %d fields instead of %d".formatted(line, row.size(), COLUMNS.size()));
            return;
        }
        String region = row.get(0);
        if (!regions.add(region)) {
            faults.accept("line %d: region '%s' is there twice".formatted(line, region));
        }
        for (EmploymentType type : TYPES) {
            String field = row.get(type.wireName());
            if (!field.isEmpty()) {
                try {
                    headcounts.add(new Headcount(region, type, headcount(field)));
                } catch (IllegalArgumentException e) {
                    faults.accept("line %d: %s".formatted(line, e.getMessage()));
                }
            }
        }
    }

    /**
     * How many GPs that is.
     *
     * @throws IllegalArgumentException if it is no headcount
     */
    static int headcount(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new IllegalArgumentException("'" + text + "' is not a headcount");
        }
        return Integer.parseInt(text);
    }

    /** The table, with a row for each region that has a headcount and then for those that have none. */
    static String of(CampaignDefinition definition) {
        Set<String> regions = new LinkedHashSet<>();
        definition.electorate().headcounts().stream().map(Headcount::region).forEach(regions::add);
        definition.regions().stream().map(Region::id).forEach(regions::add);
        return regions.stream()
                .map(region -> FORMAT.format(row(definition, region)) + "\n")
                .collect(Collectors.joining("", EMPTY, ""));
    }

    private static Object[] row(CampaignDefinition definition, String region) {
        return Stream.concat(
                        Stream.of(
                                region,
                                definition.region(region).map(Region::name).orElse("")),
                        TYPES.stream().map(type -> headcount(definition, region, type)))
                .toArray();
    }

    private static String headcount(CampaignDefinition definition, String region, EmploymentType type) {
        OptionalInt headcount = definition.electorate().headcount(region, type);
        return headcount.isPresent() ? String.valueOf(headcount.getAsInt()) : "";
    }
}
