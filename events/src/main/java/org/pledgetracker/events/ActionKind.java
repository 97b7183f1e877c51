package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an action puts at stake; a reading, not advice. */
public enum ActionKind {
    WITHIN_CONTRACT("within-contract"),
    BREACH_RISK("breach-risk"),
    RESIGNATION("resignation"),
    CAMPAIGN("campaign");

    private final String wireName;

    ActionKind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The kind with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static ActionKind of(String wireName) {
        for (ActionKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "unknown kind '" + wireName + "': use within-contract, breach-risk, resignation or campaign");
    }
}
