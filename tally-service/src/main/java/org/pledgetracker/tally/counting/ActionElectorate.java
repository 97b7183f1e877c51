package org.pledgetracker.tally.counting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;

/**
 * How many GPs shares of an action are taken of: partners and salaried GPs to whom it is not closed. Locum headcounts are
 * unreliable, so locums are in no share. One headcount that is needed and unknown makes the sum unknown.
 */
public final class ActionElectorate {

    private static final List<EmploymentType> IN_SHARES = List.of(EmploymentType.PARTNER, EmploymentType.SALARIED);
    private static final long UNKNOWN = -1;

    private final Action action;
    private final Map<String, Map<EmploymentType, Long>> gps = new LinkedHashMap<>();

    /** The electorate of one action of a campaign; made once and asked often. */
    public ActionElectorate(CampaignDefinition definition, Action action) {
        this.action = action;
        for (Region region : definition.regions()) {
            gps.put(region.id(), new HashMap<>());
        }
        for (Headcount headcount : definition.electorate().headcounts()) {
            Map<EmploymentType, Long> byType = gps.get(headcount.region());
            if (byType != null) {
                byType.put(headcount.employmentType(), (long) headcount.gps());
            }
        }
    }

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
        for (String each : region == null ? gps.keySet() : List.of(region)) {
            for (EmploymentType wanted : type == null ? IN_SHARES : List.of(type)) {
                long count = count(each, wanted);
                if (count == UNKNOWN) {
                    return OptionalLong.empty();
                }
                sum += count;
            }
        }
        return OptionalLong.of(sum);
    }

    private long count(String region, EmploymentType type) {
        if (!action.isOpenTo(type, region)) {
            return 0;
        }
        return gps.getOrDefault(region, Map.of()).getOrDefault(type, UNKNOWN);
    }

    Action action() {
        return action;
    }
}
