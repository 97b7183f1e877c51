package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of a service in both languages, and what must hold of them. */
public final class MessageBundle {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern USE = Pattern.compile("#\\{([a-z][a-z0-9.-]*)");

    private final String folder;

    private MessageBundle(String folder) {
        this.folder = folder;
    }

    /** The messages in that folder of the class path. */
    public static MessageBundle in(String folder) {
        return new MessageBundle(folder);
    }

    /** Fails unless both languages say the same things, with the same arguments, in letters that messages take literally. */
    public void assertSameInBothLanguages() {
        Properties english = properties("");
        Properties welsh = properties("_cy");
        assertThat(welsh.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(welsh.getProperty(key)))
                    .as("arguments of " + key)
                    .isEqualTo(arguments(english.getProperty(key)));
            for (String text : List.of(english.getProperty(key), welsh.getProperty(key))) {
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
            }
        }
        assertThat(text("_cy").lines().findFirst().orElse("")).contains("AWAITS A CHECK BY A NATIVE SPEAKER");
    }

    /** Fails if a template in that folder of the sources uses a message that is neither here nor in the layout's messages. */
    public void assertHasAllThatTemplatesUse(Path templates) {
        Set<String> known = new TreeSet<>(properties("").stringPropertyNames());
        known.addAll(in("web-kit").properties("").stringPropertyNames());
        try (Stream<Path> files = Files.walk(templates)) {
            Set<String> used = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(MessageBundle::uses)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(used).isNotEmpty();
            used.removeAll(known);
            assertThat(used).as("messages that are used and not there").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> uses(Path template) {
        try {
            return USE.matcher(Files.readString(template)).results().map(found -> found.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private Properties properties(String language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private String text(String language) {
        String name = "/" + folder + "/messages" + language + ".properties";
        try (InputStream stream = MessageBundle.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
