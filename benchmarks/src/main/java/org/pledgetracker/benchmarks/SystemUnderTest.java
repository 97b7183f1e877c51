package org.pledgetracker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pledgetracker.events.ScratchFolder;
import tools.jackson.databind.json.JsonMapper;

/** The whole system as a process of its own, with data of its own, spoken to over its API. */
final class SystemUnderTest implements AutoCloseable {

    private static final int FIRST_PORT = 27_080;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SystemUnderTest(Process process) {
        this.process = process;
    }

    /** Starts the system on these campaigns with more options, and waits until it is ready. */
    static SystemUnderTest start(Path campaigns, List<String> more) throws IOException {
        Path folder = ScratchFolder.create("pledge-tracker-benchmark");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.pledgetracker.standalone.Standalone",
                "--data",
                folder.resolve("data").toString(),
                "--campaigns",
                campaigns.toString(),
                "--ports",
                String.valueOf(FIRST_PORT)));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(" is ready ")) {
                return new SystemUnderTest(process);
            }
        }
        throw new IOException("the system did not start");
    }

    /** A token for a demonstration member. */
    String token(String username) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + (FIRST_PORT + 3) + "/demo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return JSON.readTree(answer).get("access_token").asString();
    }

    /** Declares a card and waits for the answer. */
    void declare(String campaign, String token, String card) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + FIRST_PORT + "/api/campaigns/" + campaign + "/my-pledges"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .PUT(HttpRequest.BodyPublishers.ofString(card))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("a card was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Sets what a rep is told. */
    void subscribe(String token, String wish) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + (FIRST_PORT + 2) + "/api/my-subscriptions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(wish))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("a subscription was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** The lines of the live alerts, for as long as they come. */
    Stream<String> liveAlerts(String token) throws IOException, InterruptedException {
        return live(FIRST_PORT + 2, "/api/alerts/live", token);
    }

    /** The lines of the live tallies, for as long as they come. */
    Stream<String> liveTallies(String campaign, String token) throws IOException, InterruptedException {
        return live(FIRST_PORT + 1, "/api/campaigns/" + campaign + "/live", token);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    /** The process and its children, for looking at its memory. */
    List<Long> processes() {
        return Stream.concat(Stream.of(process.pid()), process.descendants().map(ProcessHandle::pid))
                .toList();
    }

    private Stream<String> live(int port, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    }
}
