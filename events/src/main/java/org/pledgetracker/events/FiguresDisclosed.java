package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Exact figures were shown to somebody.
 *
 * @param viewer handle of who looked, keyed apart from pledgers
 * @param actions whose figures
 */
public record FiguresDisclosed(String viewer, String campaign, List<String> actions, Form form, Instant disclosedAt)
        implements Event {

    public static final String TYPE = "figures.disclosed.v1";

    public FiguresDisclosed {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(disclosedAt, "disclosedAt");
        actions = List.copyOf(actions);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return viewer;
    }

    /** In what form the figures left. */
    public enum Form {
        /** The dashboard. */
        PAGE,
        /** An hour of a dashboard or a program that follows the figures as they change. */
        LIVE,
        /** An answer of the API. */
        JSON,
        /** A table to keep. */
        CSV;

        /** The name on the wire: lower case. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The form with this wire name.
         *
         * @throws IllegalArgumentException if there is none
         */
        @JsonCreator
        public static Form of(String wireName) {
            return switch (wireName) {
                case "page" -> PAGE;
                case "live" -> LIVE;
                case "json" -> JSON;
                case "csv" -> CSV;
                default -> throw new IllegalArgumentException("unknown form '" + wireName + "'");
            };
        }
    }
}
