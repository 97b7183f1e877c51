package org.pledgetracker.pledge.campaign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Threshold;

/** How many partners and salaried GPs stand below the line of a share: those to whom the action is not closed. */
public final class Electorates {

    private Electorates() {}

    /** The electorate that a condition of a GP in that region looks at; empty where a headcount is unknown. */
    public static OptionalLong of(CampaignDefinition definition, Action action, OnlyIf onlyIf, String region) {
        return of(definition, action, onlyIf.scope() == Scope.REGION ? region : null, null);
    }

    /** All partners and salaried GPs of a region, or of all regions; empty where a headcount is unknown. */
    public static OptionalLong ofAll(CampaignDefinition definition, @Nullable String region) {
        return sum(regions(definition, region)
                .flatMap(r -> Stream.of(EmploymentType.values())
                        .filter(EmploymentType::countsInShares)
                        .map(t -> definition.electorate().headcount(r.id(), t)))
                .toList());
    }

    /** The electorate of a threshold's share; empty where a headcount is unknown. */
    static OptionalLong of(CampaignDefinition definition, Threshold threshold) {
        Optional<Action> action = definition.action(threshold.action());
        return action.isEmpty()
                ? OptionalLong.empty()
                : of(definition, action.get(), threshold.region(), threshold.employmentType());
    }

    /** Whether anybody whom a threshold counts may pledge at all. */
    static boolean isOpenSomewhere(CampaignDefinition definition, Threshold threshold) {
        return definition.action(threshold.action()).stream()
                .anyMatch(action -> regions(definition, threshold.region())
                        .anyMatch(region -> Stream.of(EmploymentType.values())
                                .filter(type ->
                                        threshold.employmentType() == null || type == threshold.employmentType())
                                .anyMatch(type -> action.isOpenTo(type, region.id()))));
    }

    private static OptionalLong of(
            CampaignDefinition definition, Action action, @Nullable String region, @Nullable EmploymentType type) {
        return sum(regions(definition, region)
                .flatMap(r -> Stream.of(EmploymentType.values())
                        .filter(EmploymentType::countsInShares)
                        .filter(t -> (type == null || t == type) && action.isOpenTo(t, r.id()))
                        .map(t -> definition.electorate().headcount(r.id(), t)))
                .toList());
    }

    private static OptionalLong sum(List<OptionalInt> headcounts) {
        return headcounts.stream().allMatch(OptionalInt::isPresent)
                ? OptionalLong.of(
                        headcounts.stream().mapToLong(OptionalInt::getAsInt).sum())
                : OptionalLong.empty();
    }

    private static Stream<Region> regions(CampaignDefinition definition, @Nullable String only) {
        return definition.regions().stream()
                .filter(region -> only == null || region.id().equals(only));
    }
}
