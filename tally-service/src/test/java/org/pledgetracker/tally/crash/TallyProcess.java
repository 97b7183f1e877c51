package org.pledgetracker.tally.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.webkit.FreePort;
import org.pledgetracker.webkit.TestTokens;

/** tally-service as a process of its own, so that it can be killed. */
final class TallyProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String instance;
    private final String bootstrapServers;
    private final TestTokens tokens;
    private final Path log;
    private int port;
    private Process process;

    TallyProcess(String instance, String bootstrapServers, TestTokens tokens) throws IOException {
        this.instance = instance;
        this.bootstrapServers = bootstrapServers;
        this.tokens = tokens;
        Path folder = Files.createDirectories(Path.of("target", "crash-logs"));
        this.log = folder.resolve(instance + ".log");
        Files.deleteIfExists(log);
        this.process = launch(List.of());
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** SIGTERM: it finishes what it is doing, as in an upgrade. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(instance + " does not stop");
        }
    }

    void restart() {
        process = launch(List.of());
    }

    /** Stops it, and starts it to meet its {@link WorstMoment}. */
    void restartFor(String moment) throws InterruptedException {
        stop();
        process = launch(List.of("-D" + WorstMoment.PROPERTY + "=" + moment));
    }

    /** Whether something sent it SIGSTOP. */
    boolean isFrozen() {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGCONT. */
    void thaw() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    String instance() {
        return instance;
    }

    /** What its API answers the organiser about a campaign; null as long as it answers nothing or refuses. */
    @Nullable
    String answer(String campaign, String what) throws InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/api/campaigns/" + campaign + "/" + what);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + tokens.organiser())
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException e) {
            return null;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch(List<String> properties) {
        try {
            port = FreePort.find();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djava.io.tmpdir=" + log.toAbsolutePath().getParent()));
            command.addAll(properties);
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "org.pledgetracker.tally.TallyService",
                    "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                    "--server.port=" + port,
                    "--management.server.port=0",
                    "--spring.kafka.streams.properties.producer.interceptor.classes=" + WorstMoment.class.getName(),
                    "--pledge-tracker.tally.instance=" + instance));
            command.addAll(List.of(tokens.arguments()));
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
