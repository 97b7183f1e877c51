package org.pledgetracker.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pledgetracker.events.ScratchFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system as its users start it: a process of its own, on ports and data of its own. */
final class RunningStandalone implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final int firstPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningStandalone(Process process, int firstPort) {
        this.process = process;
        this.firstPort = firstPort;
    }

    static RunningStandalone start() throws IOException {
        int firstPort = freePorts();
        Path folder = ScratchFolder.create("pledge-tracker-journey");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.pledgetracker.standalone.Standalone",
                        "--data",
                        folder.resolve("data").toString(),
                        "--campaigns",
                        Path.of("..", "campaigns").toAbsolutePath().normalize().toString(),
                        "--ports",
                        String.valueOf(firstPort))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process);
        return new RunningStandalone(process, firstPort);
    }

    String pledge() {
        return "http://localhost:" + firstPort;
    }

    String tally() {
        return "http://localhost:" + (firstPort + 1);
    }

    String notifier() {
        return "http://localhost:" + (firstPort + 2);
    }

    String signIn() {
        return "http://localhost:" + (firstPort + 3);
    }

    /** Pledges over the API, as a demonstration member. */
    void pledge(String member, String region, String employmentType, String action)
            throws IOException, InterruptedException {
        String card = """
                {"region": "%s", "employmentType": "%s", "consent": {"version": "2026-09-a"}, "pledges": [{"action": "%s"}]}""".formatted(region, employmentType, action);
        HttpRequest request = authorized(member, pledge() + "/api/campaigns/gp-action-2026/my-pledges")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(card))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the pledge was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** What an API answers to a demonstration member. */
    JsonNode get(String member, String address) throws IOException, InterruptedException {
        HttpRequest request = authorized(member, address).build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
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

    private HttpRequest.Builder authorized(String member, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(signIn() + "/demo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + member))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Authorization",
                        "Bearer " + JSON.readTree(answer).get("access_token").asString());
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(" is ready ")) {
                return;
            }
            said.add(line);
        }
        throw new IOException("the system did not start: " + said);
    }

    /** Six ports in a row that nobody uses now. */
    private static int freePorts() throws IOException {
        for (int first = 21_000; first < 32_000; first += 10) {
            if (areFree(first)) {
                return first;
            }
        }
        throw new IOException("no six free ports in a row");
    }

    private static boolean areFree(int first) {
        for (int port = first; port < first + 6; port++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
