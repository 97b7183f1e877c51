package org.pledgetracker.tally.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.Allowance;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyCounted.Cell;

/** The exact counts of one action: one cell for every region and employment type of the campaign, zero or not. */
public record Tally(String action, List<Cell> cells) {

    private static final Comparator<OnlyIf> BY_CONDITION =
            Comparator.comparing(OnlyIf::scope).thenComparing(OnlyIf::share);
    private static final Comparator<Group> FIRM_FIRST =
            Comparator.comparing(Group::onlyIf, Comparator.nullsFirst(BY_CONDITION));

    public Tally {
        cells = List.copyOf(cells);
    }

    /**
     * Counts every action of a campaign. Groups that its definition does not allow are set aside.
     *
     * @return by action, in the definition's order
     */
    public static Map<String, Tally> of(CampaignDefinition definition, Map<Group, Integer> pledged) {
        Allowance allowance = new Allowance(definition);
        Map<String, Map<Group, Integer>> byAction = new HashMap<>();
        pledged.forEach((group, count) -> {
            if (group.isCountedBy(allowance)) {
                byAction.computeIfAbsent(group.action(), action -> new HashMap<>())
                        .put(group, count);
            }
        });
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (Action action : definition.actions()) {
            tallies.put(action.id(), of(definition, action, byAction.getOrDefault(action.id(), Map.of())));
        }
        return tallies;
    }

    private static Tally of(CampaignDefinition definition, Action action, Map<Group, Integer> pledged) {
        Set<Group> inForce = InForce.of(new ActionElectorate(definition, action), pledged);
        Map<Place, List<Group>> byPlace = pledged.keySet().stream().collect(Collectors.groupingBy(Place::of));
        List<Cell> cells = new ArrayList<>();
        for (Region region : definition.regions()) {
            for (EmploymentType type : EmploymentType.values()) {
                List<Group> groups = byPlace.getOrDefault(new Place(region.id(), type), List.of());
                cells.add(new Cell(region.id(), type, published(groups, pledged, inForce)));
            }
        }
        return new Tally(action.id(), cells);
    }

    private static List<TallyCounted.Group> published(
            List<Group> groups, Map<Group, Integer> pledged, Set<Group> inForce) {
        return groups.stream()
                .sorted(FIRM_FIRST)
                .map(group ->
                        new TallyCounted.Group(group.onlyIf(), pledged.getOrDefault(group, 0), inForce.contains(group)))
                .toList();
    }

    /**
     * The sum of some cells.
     *
     * @param region null for all
     * @param types only these
     */
    public Figures sum(@Nullable String region, Set<EmploymentType> types) {
        Figures sum = Figures.NONE;
        for (Cell cell : cells) {
            if ((region == null || region.equals(cell.region())) && types.contains(cell.employmentType())) {
                sum = sum.plus(cell);
            }
        }
        return sum;
    }

    /** Where a cell lies. */
    private record Place(String region, EmploymentType employmentType) {

        static Place of(Group group) {
            return new Place(group.region(), group.employmentType());
        }
    }
}
