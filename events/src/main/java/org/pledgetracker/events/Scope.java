package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a condition looks: at the pledger's own region, or at all of the campaign. */
public enum Scope {
    REGION,
    EVERYWHERE;

    /** The name on the wire: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scope with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Scope of(String wireName) {
        return switch (wireName) {
            case "region" -> REGION;
            case "everywhere" -> EVERYWHERE;
            default -> throw new IllegalArgumentException("unknown scope '" + wireName + "': use region or everywhere");
        };
    }
}
