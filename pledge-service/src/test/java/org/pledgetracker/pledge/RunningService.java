package org.pledgetracker.pledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ScratchFolder;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on the real broker, and a client for it. */
public final class RunningService implements AutoCloseable {

    public static final String MASTER_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Starts it over that folder of campaigns; settings such as {@code server.port=8080} win. */
    public static RunningService start(TestTokens tokens, Path campaigns, String... settings) {
        return startAt(InstantSource.system(), tokens, campaigns, settings);
    }

    /** Starts it with a clock for what it does by itself. */
    public static RunningService startAt(InstantSource clock, TestTokens tokens, Path campaigns, String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("spring.kafka.bootstrap-servers", RealBroker.get().bootstrapServers());
        all.put("pledge-tracker.campaigns", campaigns.toString());
        all.put("pledge-tracker.campaigns.check-every", "PT0.2S");
        all.put("pledge-tracker.master-key", MASTER_KEY);
        tokens.properties().forEach((name, value) -> all.put(name, value.toString()));
        Stream.of(settings).map(setting -> setting.split("=", 2)).forEach(setting -> all.put(setting[0], setting[1]));
        List<String> arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
        return new RunningService(PledgeService.application()
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testClock", InstantSource.class, () -> clock))
                .run(arguments.toArray(String[]::new)));
    }

    /** A folder with one campaign of that id. */
    public static Path campaigns(String id, String yaml, String electorate) {
        try {
            Path folder = ScratchFolder.create("campaigns");
            Files.writeString(folder.resolve("electorate.csv"), electorate);
            Files.writeString(folder.resolve(id + ".yaml"), yaml);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Call call(String method, String path) {
        return new Call(HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)), method);
    }

    @Override
    public void close() {
        context.close();
    }

    /** One request in the making. */
    public final class Call {

        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Call(HttpRequest.Builder request, String method) {
            this.request = request;
            this.method = method;
        }

        public Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Call json(String json) {
            body = BodyPublishers.ofString(json);
            return header("Content-Type", "application/json");
        }

        public Call form(String encoded) {
            body = BodyPublishers.ofString(encoded);
            return header("Content-Type", "application/x-www-form-urlencoded");
        }

        public Call body(String contentType, String text) {
            body = BodyPublishers.ofString(text);
            return header("Content-Type", contentType);
        }

        public Answer send() {
            try {
                return new Answer(http.send(request.method(method, body).build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The kind of problem that it tells of. */
        public String problem() {
            return json().path("type").asString("").replace("urn:pledge-tracker:problem:", "");
        }
    }
}
