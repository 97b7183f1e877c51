package org.pledgetracker.tally.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;

/** The plainest way to count cards: look at every pledge, as often as it takes. */
final class Fold {

    private final CampaignDefinition definition;
    private final Map<Group, Long> pledged;
    private final Set<Group> inForce;

    Fold(CampaignDefinition definition, Collection<CountedCard> cards) {
        this.definition = definition;
        List<Group> pledges = new ArrayList<>();
        for (CountedCard card : cards) {
            for (Pledge pledge : card.pledges()) {
                if (definition.allows(pledge, card.employmentType(), card.region())) {
                    pledges.add(new Group(pledge.action(), card.region(), card.employmentType(), pledge.onlyIf()));
                }
            }
        }
        this.pledged = pledges.stream().collect(Collectors.groupingBy(pledge -> pledge, Collectors.counting()));
        this.inForce = new HashSet<>(pledged.keySet());
        while (inForce.removeIf(group -> !holds(group))) {
            // one that is dropped may take others with it
        }
    }

    long pledged(Group group) {
        return pledged.getOrDefault(group, 0L);
    }

    boolean inForce(Group group) {
        return inForce.contains(group);
    }

    Set<Group> groups() {
        return pledged.keySet();
    }

    private boolean holds(Group group) {
        OnlyIf onlyIf = group.onlyIf();
        if (onlyIf == null) {
            return true;
        }
        long acting = 0;
        long electorate = 0;
        for (String region : looksAt(group, onlyIf.scope())) {
            for (EmploymentType type : List.of(EmploymentType.PARTNER, EmploymentType.SALARIED)) {
                if (isOpen(group.action(), type, region)) {
                    OptionalInt gps = definition.electorate().headcount(region, type);
                    if (gps.isEmpty()) {
                        return false;
                    }
                    electorate += gps.getAsInt();
                    acting += acting(group.action(), region, type);
                }
            }
        }
        return onlyIf.share().isMetBy(acting, electorate);
    }

    private List<String> looksAt(Group group, Scope scope) {
        return scope == Scope.REGION
                ? List.of(group.region())
                : definition.regions().stream().map(Region::id).toList();
    }

    private boolean isOpen(String actionId, EmploymentType type, String region) {
        return definition
                .action(actionId)
                .map((Action a) -> a.isOpenTo(type, region))
                .orElse(false);
    }

    private long acting(String action, String region, EmploymentType type) {
        return inForce.stream()
                .filter(g -> g.action().equals(action) && g.region().equals(region) && g.employmentType() == type)
                .mapToLong(this::pledged)
                .sum();
    }
}
