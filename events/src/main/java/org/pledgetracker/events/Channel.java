package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an alert is delivered over, apart from the inbox, which needs no delivery. */
public enum Channel {
    EMAIL,
    WEBHOOK;

    /** The name on the wire and in addresses: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The channel with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Channel of(String wireName) {
        return switch (wireName) {
            case "email" -> EMAIL;
            case "webhook" -> WEBHOOK;
            default -> throw new IllegalArgumentException("unknown channel '" + wireName + "'");
        };
    }
}
