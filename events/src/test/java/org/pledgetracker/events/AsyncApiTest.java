package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private final JsonNode document = read();

    @Test
    void describesEveryTopicWithItsEventsAndNoOther() {
        assertThat(document.get("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().<String>map(Topic::name).toList());
        for (Topic<?> topic : Topics.ALL) {
            assertThat(document.get("channels")
                            .get(topic.name())
                            .get("messages")
                            .propertyNames())
                    .containsExactlyInAnyOrderElementsOf(EventTypes.of(topic.events()));
        }
    }

    @Test
    void namesTheOneWriterOfEveryTopic() {
        List<String> expected = Topics.ALL.stream()
                .map(topic -> topic.writer().serviceName() + "-writes-" + topic.name())
                .toList();
        assertThat(document.get("operations").propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyMessagePointsToItsSchema() {
        JsonNode messages = document.get("components").get("messages");
        assertThat(messages.propertyNames()).containsExactlyInAnyOrderElementsOf(EventTypes.of(Event.class));
        assertThat(StreamSupport.stream(messages.spliterator(), false)
                        .map(message -> message.get("payload").get("$ref").asString()))
                .allSatisfy(path -> assertThat(Event.class.getResource(path)).isNotNull());
    }

    private static JsonNode read() {
        try (InputStream yaml = Event.class.getResourceAsStream("asyncapi.yaml")) {
            return YAMLMapper.builder().build().readTree(Objects.requireNonNull(yaml));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
