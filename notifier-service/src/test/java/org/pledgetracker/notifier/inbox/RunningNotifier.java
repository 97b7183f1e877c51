package org.pledgetracker.notifier.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pledgetracker.notifier.NotifierService;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a free port. */
public final class RunningNotifier implements AutoCloseable {

    public static final HttpClient HTTP = HttpClient.newHttpClient();
    public static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;

    private RunningNotifier(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param more settings of the test's own, such as {@code --server.port=0}
     */
    public static RunningNotifier start(String bootstrapServers, TestTokens tokens, String... more) {
        List<String> arguments = new ArrayList<>(List.of(tokens.arguments()));
        arguments.add("--server.port=0");
        arguments.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
        arguments.add("--pledge-tracker.master-key=" + MASTER_KEY);
        arguments.addAll(List.of(more));
        return new RunningNotifier(NotifierService.application().run(arguments.toArray(String[]::new)));
    }

    public URI uri(String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://localhost:" + port + path);
    }

    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(
                request(path, token).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String path, String token, String body) throws IOException, InterruptedException {
        return HTTP.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The alerts of a rep in one campaign: the broker is shared with other tests. */
    public List<JsonNode> alerts(String campaign, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/alerts", token);
        if (answer.statusCode() != 200) {
            return List.of();
        }
        return JSON.readTree(answer.body())
                .valueStream()
                .filter(alert -> alert.path("campaign").asString().equals(campaign))
                .toList();
    }

    public int readiness() throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri("/readyz")).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
