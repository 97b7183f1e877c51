package org.pledgetracker.pledge.campaign;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes single values of a definition's tree by their paths. */
final class FormTree {

    private FormTree() {}

    /** The value there; empty where there is none. */
    static String value(Map<String, Object> tree, String path) {
        Object at = tree;
        for (String step : steps(path)) {
            at = below(at, step);
        }
        return switch (at) {
            case null -> "";
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> at.toString();
        };
    }

    /** Puts an answer where its field stands; a blank one takes away what is there. */
    static void set(Map<String, Object> tree, FormField field, String answer) {
        List<String> steps = steps(field.path());
        set(tree, steps, field.kind(), answer);
    }

    /** Whether anything is said in this value. */
    static boolean isFilledIn(Object value) {
        return !(value instanceof Map<?, ?> fields) || fields.values().stream().anyMatch(FormTree::isFilledIn);
    }

    private static void set(Object at, List<String> steps, FormField.Kind kind, String answer) {
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) {
            if (answer.isEmpty()) {
                fields(at).remove(step);
            } else {
                fields(at).put(step, parsed(kind, answer));
            }
            return;
        }
        Object next = below(at, step);
        if (next == null) {
            next = new LinkedHashMap<String, Object>();
            fields(at).put(step, next);
        }
        set(next, rest, kind, answer);
        if (next instanceof Map<?, ?> emptied && emptied.isEmpty() && at instanceof Map<?, ?>) {
            fields(at).remove(step);
        }
    }

    private static Object parsed(FormField.Kind kind, String answer) {
        return switch (kind) {
            case NUMBER -> answer.matches("\\d{1,9}") ? Integer.valueOf(answer) : answer;
            case LIST -> List.of(answer.split(",", -1));
            case LINE, TEXT, CHOICE -> answer;
        };
    }

    private static @Nullable Object below(@Nullable Object at, String step) {
        return switch (at) {
            case Map<?, ?> fields -> fields.get(step);
            case List<?> items -> items.get(Integer.parseInt(step));
            case null, default -> null;
        };
    }

    /** All sets of fields of a tree have texts for keys. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object at) {
        return (Map<String, Object>) at;
    }

    /** {@code a[1].b} by its steps: a, 1, b. */
    private static List<String> steps(String path) {
        return List.of(path.replace("]", "").split("[.\\[]", -1));
    }
}
