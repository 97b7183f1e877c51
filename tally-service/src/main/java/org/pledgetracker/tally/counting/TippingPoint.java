package org.pledgetracker.tally.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.Allowance;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;

/**
 * How many more firm pledges in a region bring conditional ones into force.
 *
 * @param firmPledges the smallest number of further firm pledges, by partners or salaried GPs of the region
 * @param group how many conditional pledges would then be newly in force
 */
public record TippingPoint(long firmPledges, int group) {

    /**
     * The tipping point of an action in a region.
     *
     * @param pledged the counts of the campaign
     * @return empty if no number up to the GPs who have not pledged yet would do
     */
    public static Optional<TippingPoint> of(
            CampaignDefinition definition, Action action, String region, Map<Group, Integer> pledged) {
        Allowance allowance = new Allowance(definition);
        Map<Group, Integer> counted = new HashMap<>();
        pledged.forEach((group, count) -> {
            if (group.action().equals(action.id()) && group.isCountedBy(allowance)) {
                counted.put(group, count);
            }
        });
        ActionElectorate electorate = new ActionElectorate(definition, action);
        OptionalLong gps = electorate.of(region, null);
        if (gps.isEmpty()) {
            return Optional.empty();
        }
        long left = gps.getAsLong() - pledgedIn(region, counted);
        ToIntFunction<Long> newly = more -> newlyInForce(electorate, region, counted, more);
        return left < 1 || newly.applyAsInt(left) == 0 ? Optional.empty() : Optional.of(smallest(left, newly));
    }

    /** More firm pledges never take one out of force, so the smallest number that does is found by halving. */
    private static TippingPoint smallest(long enough, ToIntFunction<Long> newly) {
        long tooFew = 0;
        long does = enough;
        while (does - tooFew > 1) {
            long middle = tooFew + (does - tooFew) / 2;
            if (newly.applyAsInt(middle) > 0) {
                does = middle;
            } else {
                tooFew = middle;
            }
        }
        return new TippingPoint(does, newly.applyAsInt(does));
    }

    private static int newlyInForce(
            ActionElectorate electorate, String region, Map<Group, Integer> counted, long more) {
        Set<Group> before = InForce.of(electorate, counted);
        Map<Group, Integer> then = new HashMap<>(counted);
        Group firm = new Group(electorate.action().id(), region, EmploymentType.PARTNER, null);
        then.merge(firm, Math.toIntExact(more), Integer::sum);
        return InForce.of(electorate, then).stream()
                .filter(group -> group.onlyIf() != null && !before.contains(group))
                .mapToInt(group -> counted.getOrDefault(group, 0))
                .sum();
    }

    private static long pledgedIn(String region, Map<Group, Integer> counted) {
        return counted.entrySet().stream()
                .filter(e -> e.getKey().region().equals(region)
                        && e.getKey().employmentType().countsInShares())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
