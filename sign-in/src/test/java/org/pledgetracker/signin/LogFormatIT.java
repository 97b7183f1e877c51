package org.pledgetracker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the log looks, in containers and in a terminal. */
class LogFormatIT {

    private static final Pattern FORMAT = Pattern.compile("LOGGING_STRUCTURED_FORMAT_CONSOLE: (\\S+)");

    @TempDir
    Path folder;

    @Test
    void inContainersEveryLineIsAnObjectThatSaysWhenWhoAndWhat() throws Exception {
        Matcher format = FORMAT.matcher(Files.readString(Path.of("..", "docker-compose.yml")));
        assertThat(format.find()).isTrue();

        List<String> lines = logOf("--logging.structured.format.console=" + format.group(1));

        for (String line : lines) {
            JsonNode object = new JsonMapper().readTree(line);
            assertThat(object.path("@timestamp").asString()).startsWith("20");
            assertThat(object.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
            assertThat(object.at("/service/name").asString()).isEqualTo("sign-in");
            assertThat(object.path("message").asString()).isNotBlank();
        }
    }

    @Test
    void inATerminalLinesAreForPeople() throws Exception {
        assertThat(logOf()).allMatch(line -> line.matches("^20\\S+ +(INFO|WARN|ERROR) .*"));
    }

    /** What sign-in writes from start to end, as a process of its own: the log of these tests is set up otherwise. */
    private List<String> logOf(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.pledgetracker.signin.SignIn",
                "--server.port=0",
                "--pledge-tracker.roll="
                        + Path.of("..", "campaigns", "sample-roll.csv")
                                .toAbsolutePath()
                                .normalize(),
                "--pledge-tracker.data=data",
                "--spring.mail.host=127.0.0.1"));
        for (String service : List.of("pledge-service", "tally-service", "notifier-service")) {
            command.add("--pledge-tracker.clients." + service + ".secret=a-secret-of-" + service);
        }
        command.addAll(List.of(more));
        Path log = folder.resolve("log");
        Process signIn = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readString(log).contains("Started SignIn") || !signIn.isAlive());
            signIn.destroy();
            assertThat(signIn.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            signIn.destroyForcibly();
        }
        assertThat(Files.readString(log)).contains("Started SignIn");
        return Files.readAllLines(log);
    }
}
