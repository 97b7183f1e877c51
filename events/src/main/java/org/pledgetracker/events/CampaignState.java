package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a campaign; it never goes back. */
public enum CampaignState {
    DRAFT,
    OPEN,
    CLOSED;

    /** The name on the wire: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static CampaignState of(String wireName) {
        return switch (wireName) {
            case "draft" -> DRAFT;
            case "open" -> OPEN;
            case "closed" -> CLOSED;
            default ->
                throw new IllegalArgumentException("unknown state '" + wireName + "': use draft, open or closed");
        };
    }
}
