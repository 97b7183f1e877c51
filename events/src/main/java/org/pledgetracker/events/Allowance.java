package org.pledgetracker.events;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which pledges a definition allows; made once and asked often, its answers do not depend on the size of the campaign. */
public final class Allowance {

    private final Set<String> regions;
    private final Map<String, Action> actions;
    private final Set<OnlyIf> conditions;

    public Allowance(CampaignDefinition definition) {
        this.regions = definition.regions().stream().map(Region::id).collect(Collectors.toUnmodifiableSet());
        this.actions =
                definition.actions().stream().collect(Collectors.toUnmodifiableMap(Action::id, Function.identity()));
        this.conditions = Set.copyOf(definition.conditions());
    }

    /** Whether a card's pledge fits the definition; one that does not is set aside. */
    public boolean allows(Pledge pledge, EmploymentType type, String region) {
        Action action = actions.get(pledge.action());
        OnlyIf onlyIf = pledge.onlyIf();
        return action != null
                && regions.contains(region)
                && action.isOpenTo(type, region)
                && (onlyIf == null || conditions.contains(onlyIf));
    }
}
