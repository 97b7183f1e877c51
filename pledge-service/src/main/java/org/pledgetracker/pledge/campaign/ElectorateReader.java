package org.pledgetracker.pledge.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    static final String HEADCOUNTS = "headcounts";
    private static final List<EmploymentType> TYPES = List.of(EmploymentType.values());

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
        headcounts.expectOnly(TYPES.stream().map(EmploymentType::wireName).toArray(String[]::new));
        return TYPES.stream()
                .filter(type -> headcounts.at(type.wireName()).present())
                .map(type -> new Headcount(
                        region.at("id").textAsItIs(),
                        type,
                        headcounts.at(type.wireName()).parsed(ElectorateTable::headcount, 0)));
    }

    private List<Headcount> ownTable(Place table) {
        String text = table.text();
        return faults.allSound(table.path()) ? table(table.path(), text) : List.of();
    }

    private List<Headcount> tableFrom(Place file, Function<String, Optional<String>> files) {
        String name = file.text();
        Optional<String> text = name.isEmpty() ? Optional.empty() : files.apply(name);
        if (text.isEmpty()) {
            faults.addUnlessFaulty(file.path(), "there is no file '" + name + "' beside the definition", file.path());
        }
        return text.map(table -> table(file.path() + " '" + name + "'", table)).orElse(List.of());
    }

    private List<Headcount> table(String where, String text) {
        return ElectorateTable.read(text, fault -> faults.add(where, fault));
    }
}
