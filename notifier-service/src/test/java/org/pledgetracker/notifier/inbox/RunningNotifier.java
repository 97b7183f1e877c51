package org.pledgetracker.notifier.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pledgetracker.notifier.NotifierService;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a free port. */
final class RunningNotifier implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;

    private RunningNotifier(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningNotifier start(String bootstrapServers, TestTokens tokens, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(tokens.arguments()));
        arguments.add("--server.port=0");
        Stream.of(settings).map(setting -> "--" + setting).forEach(arguments::add);
        arguments.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
        arguments.add("--pledge-tracker.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        return new RunningNotifier(NotifierService.application().run(arguments.toArray(String[]::new)));
    }

    URI uri(String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://localhost:" + port + path);
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(
                request(path, token).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The alerts of a rep in one campaign: the broker is shared with other tests. */
    List<JsonNode> alerts(String campaign, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/alerts", token);
        if (answer.statusCode() != 200) {
            return List.of();
        }
        return JSON.readTree(answer.body())
                .valueStream()
                .filter(alert -> alert.path("campaign").asString().equals(campaign))
                .toList();
    }

    int readiness() throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
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
