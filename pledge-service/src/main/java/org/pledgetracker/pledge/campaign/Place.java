package org.pledgetracker.pledge.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value in a file and where it stands. Reading it in the wrong way notes a fault and gives a harmless value, so that one
 * pass finds all faults; nothing of a faulty file is used.
 */
record Place(String path, @Nullable JsonNode node, Faults faults) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Whether there is a value. */
    boolean present() {
        return node != null && !node.isNull();
    }

    /** Notes every field but these, and whatever is not an object. */
    void expectOnly(String... fields) {
        if (node == null || !node.isObject()) {
            faults.add(path, present() ? "has to be a set of fields" : "is missing");
            return;
        }
        Set<String> known = Set.of(fields);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(below(name), "is not a known field: use " + String.join(", ", fields));
            }
        }
    }

    Place at(String field) {
        return new Place(below(field), node == null ? null : node.get(field), faults);
    }

    private String below(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** The items of a list; a missing list has none. */
    List<Place> items() {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            faults.add(path, "has to be a list");
            return List.of();
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(path + "[" + i + "]", node.get(i), faults));
        }
        return items;
    }

    /** The items of a list that may not be empty. */
    List<Place> someItems() {
        if (!present()) {
            faults.add(path, "is missing");
        } else if (node != null && node.isArray() && node.isEmpty()) {
            faults.add(path, "is empty");
        }
        return items();
    }

    /** The value as a text without looking whether it may be one: what else reads it notes what is wrong with it. */
    String textAsItIs() {
        return node == null ? "" : node.asString("");
    }

    String text() {
        return parsed(text -> text, "");
    }

    String optionalText() {
        return present() ? text() : "";
    }

    String id() {
        return parsed(Place::checkedId, "");
    }

    private static String checkedId(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an id: use a-z, 0-9 and -, at most 64 characters");
        }
        return text;
    }

    int wholeNumber() {
        if (!present()) {
            faults.add(path, "is missing");
        } else if (node != null && node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        } else {
            faults.add(path, "has to be a whole number");
        }
        return 0;
    }

    /** A scalar through a parser that throws IllegalArgumentException with what is wrong. */
    <T> T parsed(Function<String, T> parser, T otherwise) {
        if (!present() || node == null) {
            faults.add(path, "is missing");
        } else if (node.isBoolean()) {
            faults.add(path, "is read as true or false: write it in quotes");
        } else if (!node.isValueNode()) {
            faults.add(path, "has to be a single value");
        } else if (node.asString().isBlank()) {
            faults.add(path, "is empty");
        } else {
            try {
                return parser.apply(node.asString().strip());
            } catch (IllegalArgumentException e) {
                faults.add(path, String.valueOf(e.getMessage()));
            }
        }
        return otherwise;
    }

    <T> @Nullable T optional(Function<String, T> parser) {
        return present()
                ? parsed(text -> Optional.of(parser.apply(text)), Optional.<T>empty())
                        .orElse(null)
                : null;
    }
}
