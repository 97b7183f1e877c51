package org.pledgetracker.pledge.retention.operating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card that was erased, as one line of a list keeps it.
 *
 * @param key of the card in the log: campaign and pseudonym
 * @param at the hour of the erasure
 */
record Erasure(String key, Instant at) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a line says; null if it is not an erasure. */
    static @Nullable Erasure parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String key = node.path("key").asString("");
            Instant at = Instant.parse(node.path("at").asString(""));
            boolean known = isCards(key) && at.equals(at.truncatedTo(ChronoUnit.HOURS));
            return known ? new Erasure(key, at) : null;
        } catch (JacksonException | DateTimeException e) {
            return null;
        }
    }

    /** Whether a record of this key is of a card: others, such as markers, are nobody's. */
    static boolean isCards(String key) {
        int slash = key.indexOf('/');
        return slash > 0 && slash == key.lastIndexOf('/') && slash < key.length() - 1;
    }

    String line() {
        return JSON.writeValueAsString(JSON.createObjectNode().put("key", key).put("at", at.toString()));
    }

    /**
     * Whether a card in the log is one that this erased. Both say only the hour, so one of the same hour is: rather a card that its
     * GP has to declare again than one that is there against their will.
     */
    boolean reaches(Instant declaredAt) {
        return !declaredAt.isAfter(at);
    }
}
