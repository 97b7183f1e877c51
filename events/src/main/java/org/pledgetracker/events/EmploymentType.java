package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a GP is employed: contractor, employee or self-employed by the session. */
public enum EmploymentType {
    PARTNER,
    SALARIED,
    LOCUM;

    /** The name on the wire and in addresses: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Shares are of partners and salaried GPs only: locum headcounts are unreliable, so locums count in counts and
     * never in shares (design, section 6).
     */
    public boolean countsInShares() {
        return this != LOCUM;
    }

    /**
     * The type with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static EmploymentType of(String wireName) {
        for (EmploymentType type : values()) {
            if (type.wireName().equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "unknown employment type '" + wireName + "': use partner, salaried or locum");
    }
}
