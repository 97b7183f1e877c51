package org.pledgetracker.tally.counting;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;

/**
 * How many GPs shares of an action are taken of: partners and salaried GPs to whom it is not closed. Locum headcounts are
 * unreliable, so locums are in no share. One headcount that is needed and unknown makes the sum unknown.
 */
public record ActionElectorate(CampaignDefinition definition, Action action) {

    /**
     * The electorate of some regions and employment types.
     *
     * @param region null for all
     * @param type null for partners and salaried GPs
     * @return empty if it is unknown; nought if the action is closed to all of them
     */
    public OptionalLong of(@Nullable String region, @Nullable EmploymentType type) {
        if (type != null && !type.countsInShares()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (String each : regions(region)) {
            for (EmploymentType wanted : types(type)) {
                OptionalInt gps = headcount(each, wanted);
                if (gps.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum += gps.getAsInt();
            }
        }
        return OptionalLong.of(sum);
    }

    private OptionalInt headcount(String region, EmploymentType type) {
        return action.isOpenTo(type, region) ? definition.electorate().headcount(region, type) : OptionalInt.of(0);
    }

    private List<String> regions(@Nullable String region) {
        return region != null
                ? List.of(region)
                : definition.regions().stream().map(Region::id).toList();
    }

    private static List<EmploymentType> types(@Nullable EmploymentType type) {
        return type != null ? List.of(type) : List.of(EmploymentType.PARTNER, EmploymentType.SALARIED);
    }
}
