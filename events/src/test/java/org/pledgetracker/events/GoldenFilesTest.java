package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Holds records, schemas and golden examples together. */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> examples() {
        return new TreeMap<>(Examples.all()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWrittenAsItsGoldenFileSays(String name) throws IOException {
        assertThat(JSON.readTree(EventJson.write(example(name)))).isEqualTo(JSON.readTree(golden(name)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aGoldenFileIsReadAsTheEventThatItWas(String name) throws IOException {
        Event event = example(name);
        Topic<?> topic = Topics.ALL.stream()
                .filter(t -> t.events().isInstance(event))
                .findFirst()
                .orElseThrow();
        assertThat(topic.read(golden(name))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aGoldenFileFitsItsSchema(String name) throws IOException {
        String type = name.replaceFirst(
                "-(answer-by|closed|default|draft|empty|feed|members|moved|national|organisation|threshold)$", "");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(type), InputFormat.JSON);
        assertThat(schema.validate(new String(golden(name), StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyEventTypeHasASchemaAndAGoldenFile() {
        for (String type : EventTypes.of(Event.class)) {
            assertThat(schema(type)).contains("\"const\": \"" + type + "\"");
            assertThat(GOLDEN.resolve(type + ".json")).exists();
        }
    }

    @Test
    void releasedGoldenFilesAreNeverEdited() throws Exception {
        List<String> sums = Files.readAllLines(GOLDEN.resolve("SHA256SUMS"));
        Map<String, String> recorded = new TreeMap<>();
        sums.forEach(line -> recorded.put(line.substring(66), line.substring(0, 64)));
        Map<String, String> found = new TreeMap<>();
        for (String name : examples().toList()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(golden(name));
            found.put(name + ".json", HexFormat.of().formatHex(digest));
        }
        assertThat(found).isEqualTo(recorded);
    }

    private static Event example(String name) {
        return Objects.requireNonNull(Examples.all().get(name));
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(name + ".json"));
    }

    private static String schema(String type) {
        try (InputStream stream = Event.class.getResourceAsStream("schema/" + type + ".json")) {
            return new String(Objects.requireNonNull(stream, type).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
