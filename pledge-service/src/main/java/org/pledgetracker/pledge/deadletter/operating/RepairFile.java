package org.pledgetracker.pledge.deadletter.operating;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.deadletter.DeadLetter;
import org.pledgetracker.pledge.deadletter.Repair;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dead letters and their repairs, one JSON object a line. */
final class RepairFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RepairFile() {}

    /** Its lines; {@code -} is the standard input. */
    static List<String> lines(String file) throws IOException {
        byte[] content = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    /** What is known of a dead letter, as one line; its value may be a card and is left out unless it is asked for. */
    static String line(DeadLetter letter, boolean showValue) {
        ObjectNode node = JSON.createObjectNode()
                .put("partition", letter.place().partition())
                .put("offset", letter.place().offset())
                .put("key", letter.key())
                .put("reason", letter.reason())
                .put("at", letter.at().toString())
                .put("originalOffset", letter.originalOffset());
        if (showValue) {
            node.put("value", letter.value());
        }
        return JSON.writeValueAsString(node);
    }

    /** What a line says; null if it is not a repaired dead letter. */
    static @Nullable Repair parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode partition = node.path("partition");
            JsonNode offset = node.path("offset");
            JsonNode value = node.path("value");
            if (!partition.canConvertToInt() || !offset.isIntegralNumber() || !offset.canConvertToLong()) {
                return null;
            }
            return value.isObject()
                    ? new Repair(
                            new DeadLetter.Place(partition.intValue(), offset.longValue()),
                            JSON.writeValueAsString(value))
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
