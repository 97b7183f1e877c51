package org.pledgetracker.tally;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on a free port. */
final class RunningTally implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningTally(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningTally start(String bootstrapServers, TestTokens tokens, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(tokens.arguments()));
        arguments.add("--server.port=0");
        Stream.of(settings).map(setting -> "--" + setting).forEach(arguments::add);
        arguments.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
        return new RunningTally(TallyService.application().run(arguments.toArray(String[]::new)));
    }

    HttpRequest.Builder request(String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    int readiness() throws IOException, InterruptedException {
        return probe("/readyz");
    }

    int liveness() throws IOException, InterruptedException {
        return probe("/livez");
    }

    private int probe(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
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
