package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The limits on a real server, so tight that they are met. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pledge-tracker.client.id=pledge-service",
            "pledge-tracker.limits.member-reads=5/1h",
            "pledge-tracker.limits.member-writes=2/1h",
            "pledge-tracker.limits.address=8/1h",
            "pledge-tracker.limits.trusted-proxies=127.0.0.0/8",
            "pledge-tracker.limits.concurrent=2",
            "pledge-tracker.limits.streams=1",
            "pledge-tracker.limits.body=1KB"
        })
class LimitsTest {

    private static final TestTokens TOKENS = TestTokens.start();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        TOKENS.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        TOKENS.close();
    }

    @Test
    void aMemberWhoReadsTooOftenIsAskedToWaitAndNobodyElseIs() throws Exception {
        String gp = gp();
        for (int call = 0; call < 5; call++) {
            assertThat(read(gp).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = read(gp);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 721);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(JsonMapper.shared().readTree(refused.body()).path("type").asString())
                .isEqualTo("urn:pledge-tracker:problem:too-many-requests");
        assertThat(read(gp()).statusCode()).isEqualTo(200);
    }

    @Test
    void writingIsHeldTighterThanReading() throws Exception {
        String gp = gp();
        assertThat(write(gp, BodyPublishers.ofString("{\"count\":1}")).statusCode())
                .isEqualTo(200);
        assertThat(write(gp, BodyPublishers.ofString("{\"count\":1}")).statusCode())
                .isEqualTo(200);
        assertThat(write(gp, BodyPublishers.ofString("{\"count\":1}")).statusCode())
                .isEqualTo(429);
        assertThat(read(gp).statusCode()).isEqualTo(200);
    }

    @Test
    void membersOfOneAddressShareNoLimitAndNobodyInParticularDoes() throws Exception {
        String address = "198.51.100.1";
        for (int call = 0; call < 8; call++) {
            assertThat(http.send(from(address, "/api/gp/me").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> refused = http.send(from(address, "/page").build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Too many requests", "Not a ballot");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (int member = 0; member < 20; member++) {
            HttpRequest.Builder request = from(address, "/api/gp/me").header("Authorization", "Bearer " + gp());
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(http.send(from("198.51.100.2", "/api/gp/me").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tokensThatAreNotAcceptedCountForTheirAddress() throws Exception {
        for (int call = 0; call < 8; call++) {
            assertThat(badToken().statusCode()).isEqualTo(401);
        }
        assertThat(badToken().statusCode()).isEqualTo(429);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] large = ("{\"count\":1" + " ".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8);
        for (BodyPublisher body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        }) {
            HttpResponse<String> refused = write(gp(), body);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws Exception {
        HttpRequest.Builder request = from("198.51.100.3", "/page").header("X-Long", "x".repeat(20_000));
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isIn(400, 431);
    }

    @Test
    void formsOfTooManyFieldsOrTooLargeAreRefused() throws Exception {
        for (String form : new String[] {"a=1&".repeat(600), "a=" + "x".repeat(70_000)}) {
            HttpRequest.Builder request = from("198.51.100.4", "/logout")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form));
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isIn(400, 413);
        }
    }

    @Test
    void beyondItsPlacesAServiceTurnsAwayAtOnceButAnswersProbes() throws Exception {
        SampleService.Gate gate = SampleService.Gate.close();
        CompletableFuture<HttpResponse<String>> first = slow();
        CompletableFuture<HttpResponse<String>> second = slow();
        gate.awaitWaiting(2);
        HttpResponse<String> refused = slow().get(20, TimeUnit.SECONDS);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(http.send(from("198.51.100.5", "/livez").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        gate.open();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(second.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(slow().get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> slow() {
        return http.sendAsync(
                from("198.51.100.6", "/api/gp/slow")
                        .header("Authorization", "Bearer " + gp())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> read(String token) throws IOException, InterruptedException {
        return http.send(
                from("198.51.100.7", "/api/gp/me")
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> write(String token, BodyPublisher body) throws IOException, InterruptedException {
        return http.send(
                from("198.51.100.7", "/api/gp/thing")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> badToken() throws IOException, InterruptedException {
        return http.send(
                from("198.51.100.8", "/api/gp/me")
                        .header("Authorization", "Bearer nonsense")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder from(String address, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", address);
    }

    private static String gp() {
        return TOKENS.gp(UUID.randomUUID().toString(), "wales", "partner");
    }
}
