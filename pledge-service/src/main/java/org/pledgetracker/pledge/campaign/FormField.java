package org.pledgetracker.pledge.campaign;

import java.util.List;

/**
 * One value of a definition that a form asks for.
 *
 * @param path where it stands in the definition: a fault of it has the same
 * @param kind how it is written
 * @param value as it is; empty where nothing is said
 * @param choices what it may be; empty where it is written freely
 */
public record FormField(String path, String label, Kind kind, String value, List<String> choices) {

    public FormField {
        choices = List.copyOf(choices);
    }

    /** How a value is written. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        CHOICE,
        /** Several, with commas between them. */
        LIST
    }
}
