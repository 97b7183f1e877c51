package org.pledgetracker.tally.counting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Scope;

/**
 * Which groups of one action are in force: the greatest set in which every condition is met by that set. It starts with
 * all of them and drops each group whose condition fails, until none does. Dropping one only lowers what the others see,
 * so the result does not depend on the order.
 */
final class InForce {

    private final ActionElectorate electorate;
    private final Map<Group, Integer> pledged;
    private final Set<Group> inForce;
    private final Map<String, Long> actingByRegion = new HashMap<>();
    private final Map<String, OptionalLong> electorates = new HashMap<>();
    private long actingEverywhere;

    private InForce(ActionElectorate electorate, Map<Group, Integer> pledged) {
        this.electorate = electorate;
        this.pledged = pledged;
        this.inForce = new HashSet<>(pledged.keySet());
        pledged.forEach(this::act);
    }

    /** The groups in force, of those that the definition counts for this action. */
    static Set<Group> of(ActionElectorate electorate, Map<Group, Integer> pledged) {
        InForce all = new InForce(electorate, pledged);
        while (all.inForce.removeIf(all::isDropped)) {
            // one that is dropped may take others with it
        }
        return all.inForce;
    }

    private boolean isDropped(Group group) {
        if (holds(group)) {
            return false;
        }
        act(group, -pledged.getOrDefault(group, 0));
        return true;
    }

    private boolean holds(Group group) {
        OnlyIf onlyIf = group.onlyIf();
        if (onlyIf == null) {
            return true;
        }
        boolean ownRegion = onlyIf.scope() == Scope.REGION;
        long acting = ownRegion ? actingByRegion.getOrDefault(group.region(), 0L) : actingEverywhere;
        OptionalLong of = electorate(ownRegion ? group.region() : null);
        return of.isPresent() && onlyIf.share().isMetBy(acting, of.getAsLong());
    }

    private OptionalLong electorate(@Nullable String region) {
        return electorates.computeIfAbsent(region == null ? "" : region, key -> electorate.of(region, null));
    }

    private void act(Group group, int pledges) {
        if (group.employmentType().countsInShares()) {
            actingByRegion.merge(group.region(), (long) pledges, Long::sum);
            actingEverywhere += pledges;
        }
    }
}
