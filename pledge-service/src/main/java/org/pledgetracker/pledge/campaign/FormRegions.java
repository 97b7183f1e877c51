package org.pledgetracker.pledge.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;

/** The regions of a form, which have their headcounts with them: whoever adds one says how many GPs it has. */
final class FormRegions {

    static final String REGIONS = "regions";
    private static final String ELECTORATE = "electorate";

    private FormRegions() {}

    /** The tree of a definition, with the headcounts in its regions instead of in a table. */
    static Map<String, Object> withHeadcounts(CampaignDefinition definition) {
        Map<String, Object> tree = DefinitionTree.of(definition);
        tree.put(
                REGIONS,
                definition.regions().stream()
                        .map(region -> region(definition, region))
                        .toList());
        Map<String, Object> electorate = new LinkedHashMap<>();
        electorate.put("source", definition.electorate().source());
        electorate.put("asOf", definition.electorate().asOf().toString());
        tree.put(ELECTORATE, electorate);
        return tree;
    }

    private static Map<String, Object> region(CampaignDefinition definition, Region region) {
        Map<String, Object> headcounts = new LinkedHashMap<>();
        Stream.of(EmploymentType.values())
                .forEach(type -> definition
                        .electorate()
                        .headcount(region.id(), type)
                        .ifPresent(headcount -> headcounts.put(type.wireName(), headcount)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", region.id());
        fields.put("name", region.name());
        if (!headcounts.isEmpty()) {
            fields.put(ElectorateReader.HEADCOUNTS, headcounts);
        }
        return fields;
    }

    /** Where no region has a headcount, a table without rows says so: that no headcount stands anywhere is a fault. */
    static void writeUnknown(Map<String, Object> tree, List<Object> regions) {
        if (regions.stream().noneMatch(FormRegions::hasHeadcounts)
                && tree.get(ELECTORATE) instanceof Map<?, ?> electorate) {
            Map<Object, Object> withTable = new LinkedHashMap<>(electorate);
            withTable.put("table", ElectorateTable.EMPTY);
            tree.put(ELECTORATE, withTable);
        }
    }

    private static boolean hasHeadcounts(Object region) {
        return region instanceof Map<?, ?> fields && fields.containsKey(ElectorateReader.HEADCOUNTS);
    }
}
