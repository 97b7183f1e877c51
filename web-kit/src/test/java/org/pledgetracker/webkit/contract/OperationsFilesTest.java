package org.pledgetracker.webkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.json.JsonMapper;

/** Dashboard, alarms and runbook fit each other and what the services export: {@link WebContract} asks them for all of it. */
class OperationsFilesTest {

    private static final Path FOLDER = Path.of("..", "docs", "operations");
    private static final List<String> SERVICES =
            List.of("pledge-service", "tally-service", "notifier-service", "sign-in");

    /** What stands in an expression beside metrics. */
    private static final Set<String> WORDS =
            Set.of("and", "by", "increase", "max", "offset", "on", "or", "rate", "sum", "time", "unless", "up");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    /** Labels stand in braces, and after by and on. */
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|(?<=\\b(by|on) )\\([^)]*\\)|\\b\\d+[smhd]?\\b");

    @Test
    void everyMetricOfTheDashboardIsExported() throws IOException {
        List<String> expressions = new JsonMapper()
                .readTree(FOLDER.resolve("dashboard.json"))
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .toList();
        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(this::asksForMetricsThatThereAre);
    }

    @Test
    void everyMetricOfTheAlarmsIsExported() {
        assertThat(alarms("expr").values()).hasSizeGreaterThan(10).allSatisfy(this::asksForMetricsThatThereAre);
    }

    @Test
    void everyAlarmHasItsEntryInTheRunbookAndEveryEntryItsAlarm() throws IOException {
        String runbook = Files.readString(FOLDER.resolve("runbook.md"));
        String alarms = runbook.substring(runbook.indexOf("## Alarms"), runbook.indexOf("## On purpose"));
        Set<String> entries = alarms.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(entries).isEqualTo(alarms("alert").keySet());
        alarms("annotations.runbook")
                .forEach((alarm, link) ->
                        assertThat(link).isEqualTo("docs/operations/runbook.md#" + alarm.toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyLinkAmongTheseFilesLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]*)(?:#([^)]*))?\\)");
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                for (var found : link.matcher(text).results().toList()) {
                    Path target = found.group(1).isEmpty() ? file : file.resolveSibling(found.group(1));
                    assertThat(target).as("linked in %s", file).exists();
                    if (found.group(2) != null) {
                        assertThat(anchors(Files.readString(target)))
                                .as("linked in %s: %s", file, found.group(1))
                                .contains(found.group(2));
                    }
                }
            }
        }
    }

    private static Set<String> anchors(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private void asksForMetricsThatThereAre(String expression) {
        String metrics = LABELS.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll("");
        Set<String> asked =
                WORD.matcher(metrics).results().map(word -> word.group()).collect(Collectors.toSet());
        Set<String> known = SERVICES.stream()
                .flatMap(service -> PromisedMetrics.of(service).stream())
                .collect(Collectors.toSet());
        assertThat(asked).as(expression).anyMatch(word -> known.contains(word) || word.equals("up"));
        asked.removeAll(WORDS);
        assertThat(known).as(expression).containsAll(asked);
    }

    /** What the rules say under this name, by alarm. */
    private static Map<String, String> alarms(String name) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(FOLDER.resolve("alert-rules.yaml")));
        Properties rules = Objects.requireNonNull(yaml.getObject());
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; rules.containsKey("groups[0].rules[" + i + "].alert"); i++) {
            String rule = "groups[0].rules[" + i + "].";
            found.put(rules.getProperty(rule + "alert"), Objects.requireNonNull(rules.getProperty(rule + name)));
        }
        return found;
    }
}
