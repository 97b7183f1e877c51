package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One form of industrial action.
 *
 * @param openTo openness for every employment type
 * @param regions the only regions that it is open in; empty for all
 * @param drawbacks what the debate held against it; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Action(
        String id,
        String name,
        String description,
        String drawbacks,
        ActionKind kind,
        Map<EmploymentType, Openness> openTo,
        List<String> regions) {

    public Action {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(drawbacks, "drawbacks");
        Objects.requireNonNull(kind, "kind");
        openTo = inOrder(openTo);
        regions = List.copyOf(regions);
    }

    private static Map<EmploymentType, Openness> inOrder(Map<EmploymentType, Openness> openTo) {
        Map<EmploymentType, Openness> ordered = new EnumMap<>(EmploymentType.class);
        ordered.putAll(openTo);
        return Collections.unmodifiableMap(ordered);
    }

    /** How open this action is to a GP of that type in that region. */
    public Openness openness(EmploymentType type, String region) {
        boolean regionCloses = !regions.isEmpty() && !regions.contains(region);
        return regionCloses ? Openness.CLOSED : openTo.getOrDefault(type, Openness.CLOSED);
    }

    /** Whether a GP of that type in that region may pledge to this action. */
    public boolean isOpenTo(EmploymentType type, String region) {
        return openness(type, region).takesPledges();
    }
}
