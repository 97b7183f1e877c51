package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether an action is open to an employment type. */
public enum Openness {
    OPEN("open"),
    /** Salaried: only if the practice instructs; locum: only if agreed. Open to pledges, and says so. */
    PRACTICE_DECIDES("practice-decides"),
    CLOSED("closed");

    private final String wireName;

    Openness(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether a GP of this type may pledge. */
    public boolean takesPledges() {
        return this != CLOSED;
    }

    /**
     * The openness with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Openness of(String wireName) {
        for (Openness openness : values()) {
            if (openness.wireName.equals(wireName)) {
                return openness;
            }
        }
        throw new IllegalArgumentException("unknown value '" + wireName + "': use open, practice-decides or closed");
    }
}
