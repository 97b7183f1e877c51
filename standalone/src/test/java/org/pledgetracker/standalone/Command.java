package org.pledgetracker.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process of its own, so that it can be killed. */
final class Command implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final Ports ports;

    private Command(Process process, Path output, Ports ports) {
        this.process = process;
        this.output = output;
        this.ports = ports;
    }

    static Command start(Path folder, Path campaigns, int firstPort) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Standalone.class.getName(),
                "--data",
                folder.resolve("data").toString(),
                "--campaigns",
                campaigns.toString(),
                "--ports",
                String.valueOf(firstPort));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Command(process, output, Ports.from(String.valueOf(firstPort)));
    }

    /** The first of six ports in a row that are free. */
    static int freePorts() {
        return IntStream.iterate(21_000, first -> first < 30_000, first -> first + 10)
                .filter(Command::areFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no six ports in a row are free"));
    }

    private static boolean areFree(int first) {
        try {
            Ports.from(String.valueOf(first)).requireFree();
            return true;
        } catch (Refusal taken) {
            return false;
        }
    }

    Ports ports() {
        return ports;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> output().contains(" is ready ") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("it ended: " + outputOr("no output"));
        }
    }

    /** Its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end: " + outputOr("no output"));
        }
        return process.exitValue();
    }

    /** As Ctrl-C does. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String token(String username) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(ports.signIn(), "/demo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8)))
                .build();
        return JSON.readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }

    JsonNode get(int port, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(port, path))
                .header("Authorization", "Bearer " + token)
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    int put(int port, String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(port, path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    int status(int port, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(port, path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String outputOr(String otherwise) {
        try {
            return output();
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
