package org.pledgetracker.pledge.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Electorate.Headcount;

/** Tells what differs between two definitions, value by value. */
public final class Changes {

    private static final String ELECTORATE = "electorate";

    private final Map<String, String> values = new LinkedHashMap<>();

    private Changes() {}

    /** What the later definition changes; empty if nothing. */
    public static List<Change> between(CampaignDefinition before, CampaignDefinition after) {
        Map<String, String> old = valuesOf(before);
        Map<String, String> now = valuesOf(after);
        Set<String> paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        List<Change> changes = new ArrayList<>(paths.stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .map(path -> new Change(path, old.get(path), now.get(path)))
                .toList());
        if (changes.isEmpty() && !before.equals(after)) {
            changes.add(new Change("order of lists", "as it was", "another"));
        }
        return List.copyOf(changes);
    }

    private static Map<String, String> valuesOf(CampaignDefinition definition) {
        Changes flat = new Changes();
        DefinitionTree.of(definition).forEach((field, value) -> {
            if (field.equals(ELECTORATE)) {
                flat.addElectorate(definition);
            } else {
                flat.add(field, value);
            }
        });
        return flat.values;
    }

    private void addElectorate(CampaignDefinition definition) {
        values.put("electorate.source", definition.electorate().source());
        values.put("electorate.asOf", definition.electorate().asOf().toString());
        for (Headcount headcount : definition.electorate().headcounts()) {
            values.put(
                    "electorate[%s].%s"
                            .formatted(
                                    headcount.region(),
                                    headcount.employmentType().wireName()),
                    String.valueOf(headcount.gps()));
        }
    }

    private void add(String path, Object value) {
        switch (value) {
            case Map<?, ?> fields ->
                fields.forEach((field, below) -> add(path + "." + field, Objects.requireNonNull(below)));
            case List<?> items
            when items.stream().allMatch(item -> item instanceof Map<?, ?>) ->
                items.forEach(item -> addItem(path, (Map<?, ?>) item));
            case List<?> items ->
                values.put(path, items.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            default -> values.put(path, value.toString());
        }
    }

    private void addItem(String path, Map<?, ?> item) {
        Object id = item.get("id");
        if (id == null) {
            String whole = item.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
            values.put(path + "[" + whole + "]", "offered");
        } else {
            add(path + "[" + id + "]", item);
        }
    }
}
