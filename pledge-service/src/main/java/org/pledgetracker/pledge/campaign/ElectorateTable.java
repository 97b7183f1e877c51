package org.pledgetracker.pledge.campaign;

import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;

/** Writes an electorate as the table that {@link ElectorateReader} reads. */
final class ElectorateTable {

    private ElectorateTable() {}

    /** The table, with a row for each region that has a headcount and then for those that have none. */
    static String of(CampaignDefinition definition) {
        Set<String> regions = new LinkedHashSet<>();
        definition.electorate().headcounts().stream().map(Headcount::region).forEach(regions::add);
        definition.regions().stream().map(Region::id).forEach(regions::add);
        return Stream.concat(
                        Stream.of(ElectorateReader.HEADER), regions.stream().map(region -> row(definition, region)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(CampaignDefinition definition, String region) {
        // the name is there for people, and a comma in it would be the end of the field
        String name = definition.region(region).map(Region::name).orElse("").replaceAll("[,\\s]+", " ");
        return Stream.concat(
                        Stream.of(region, name),
                        Stream.of(EmploymentType.values()).map(type -> headcount(definition, region, type)))
                .collect(Collectors.joining(","));
    }

    private static String headcount(CampaignDefinition definition, String region, EmploymentType type) {
        OptionalInt headcount = definition.electorate().headcount(region, type);
        return headcount.isPresent() ? String.valueOf(headcount.getAsInt()) : "";
    }
}
