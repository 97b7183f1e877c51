package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A provider of another make: its claims have other names, one is within another, and its roles are called otherwise. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "pledge-tracker.client.id=pledge-service",
            "pledge-tracker.client.registered-as=8c1f-pledges",
            "pledge-tracker.client.secret=a secret for tests",
            "pledge-tracker.sign-in.audience=api://pledges",
            "pledge-tracker.sign-in.scopes=openid,profile",
            "pledge-tracker.claims.member=oid",
            "pledge-tracker.claims.roles=realm_access.roles",
            "pledge-tracker.claims.regions=https://bma.example/patch",
            "pledge-tracker.claims.region=where.region",
            "pledge-tracker.claims.employment-type=contract",
            "pledge-tracker.claims.role-names.gp=bma-gp,bma-gp-trainee",
            "pledge-tracker.claims.role-names.rep=bma-rep"
        })
class OtherProviderTest {

    private static final OtherProvider PROVIDER = OtherProvider.start(Map.of(
            "sub",
            "differs-by-client",
            "oid",
            "the-same-everywhere",
            "realm_access",
            Map.of("roles", List.of("bma-gp-trainee", "bma-rep", "organiser-of-parties")),
            "https://bma.example/patch",
            List.of("wales", "london"),
            "where",
            Map.of("region", "scotland"),
            "contract",
            "locum"));
    private static final int PORT = FreePort.find();

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("management.server.port", () -> 0);
        registry.add("pledge-tracker.addresses.pledge", OtherProviderTest::base);
        registry.add("pledge-tracker.sign-in.issuer", PROVIDER::issuer);
        registry.add("pledge-tracker.sign-in.endpoints.authorization", () -> PROVIDER.endpoint("auth"));
        registry.add("pledge-tracker.sign-in.endpoints.token", () -> PROVIDER.endpoint("token"));
        registry.add("pledge-tracker.sign-in.endpoints.keys", () -> PROVIDER.endpoint("certs"));
        registry.add("pledge-tracker.sign-in.endpoints.end-session", () -> PROVIDER.endpoint("logout"));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void aTokenOfItsOwnIsReadByTheConfiguredClaims() throws Exception {
        String token = PROVIDER.accessToken("api://pledges");
        assertThat(get("/api/gp/me", token).body()).isEqualTo("the-same-everywhere [GP, REP] scotland locum");
        assertThat(get("/api/all/regions", token).body()).isEqualTo("london,wales");
    }

    @Test
    void aTokenForTheUsualAudienceIsForSomebodyElse() throws Exception {
        assertThat(get("/api/gp/me", PROVIDER.accessToken("pledge-tracker")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aMemberSignsInThereUnderTheServicesOwnClientId() throws Exception {
        HttpResponse<String> page = http.send(request("/page").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/page");
        assertThat(page.previousResponse().map(HttpResponse::uri))
                .hasValueSatisfying(uri -> assertThat(uri.getPath()).isEqualTo("/login/oauth2/code/sign-in"));
        // and the page's session stands for the same member as a token
        HttpResponse<String> me = http.send(request("/api/gp/me").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(me.body()).isEqualTo("the-same-everywhere [GP, REP] scotland locum");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(
                request(path).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    private static String base() {
        return "http://localhost:" + PORT;
    }
}
