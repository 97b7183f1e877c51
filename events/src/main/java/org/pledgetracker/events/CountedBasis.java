package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which pledges a threshold counts. */
public enum CountedBasis {
    IN_FORCE("in-force"),
    PLEDGED("pledged");

    private final String wireName;

    CountedBasis(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The basis with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static CountedBasis of(String wireName) {
        return switch (wireName) {
            case "in-force" -> IN_FORCE;
            case "pledged" -> PLEDGED;
            default -> throw new IllegalArgumentException("unknown value '" + wireName + "': use in-force or pledged");
        };
    }
}
