package org.pledgetracker.signin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgetracker.signin.Browser.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.Browser;
import org.pledgetracker.signin.CodeFlow;
import org.pledgetracker.signin.Running;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoSignInTest {

    @TempDir
    private static Path folder;

    private static Running signIn;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(
                folder.resolve("electorate.csv"),
                "region,name,partner,salaried,locum\nwales,Wales,1450,500,\nlondon,London,2650,2900,\n");
        signIn = Running.start(arguments());
    }

    @AfterAll
    static void stop() {
        signIn.close();
    }

    @Test
    void aServiceSignsAMemberInByCodeWithPkceAndLearnsTheirClaims() {
        CodeFlow service = new CodeFlow();
        String back = signedInAs("gp-00001", signIn.browser(), service);
        JsonNode tokens = json(service.exchange(signIn.base(), back));
        Jwt access = verified(tokens.get("access_token").asString());
        Jwt id = verified(tokens.get("id_token").asString());
        RollMember expected = signIn.bean(DemoMembers.class).named("gp-00001").orElseThrow();
        for (Jwt token : new Jwt[] {access, id}) {
            assertThat(token.getClaimAsStringList("roles")).containsExactly("gp");
            assertThat(token.getClaimAsString("region")).isEqualTo(expected.region());
            assertThat(token.getClaimAsString("employment_type")).isEqualTo(expected.employmentType());
            assertThat(token.getSubject()).isEqualTo(expected.subject());
            assertThat(token.getClaimAsString("iss")).isEqualTo(signIn.base());
            assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                    .isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
        }
        assertThat(access.getAudience()).containsExactly("pledge-tracker");
        assertThat(id.getAudience()).containsExactly("pledge-service");
        assertThat(id.getClaimAsString("nonce")).isEqualTo("xyz");
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void aCodeIsGoodOnce() {
        CodeFlow service = new CodeFlow();
        String back = signedInAs("organiser", signIn.browser(), service);
        assertThat(service.exchange(signIn.base(), back).statusCode()).isEqualTo(200);
        assertThat(service.exchange(signIn.base(), back).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnlyForWhoeverStarted() {
        String back = signedInAs("organiser", signIn.browser(), new CodeFlow());
        assertThat(new CodeFlow().exchange(signIn.base(), back).statusCode()).isEqualTo(400);
    }

    @Test
    void signingInWithoutPkceIsRefused() {
        Browser browser = signIn.browser();
        signedInAs("organiser", browser, new CodeFlow());
        HttpResponse<String> refused = browser.get(new CodeFlow().startWithoutProof());
        assertThat(target(refused)).contains("error=invalid_request");
    }

    @Test
    void anUnknownRedirectIsRefusedOnAPage() {
        HttpResponse<String> refused =
                signIn.browser().get(new CodeFlow().start().replace("localhost:8080/login", "elsewhere.example/login"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Not a ballot");
    }

    @Test
    void signingOutEndsTheSessionAndGoesBackToTheService() {
        CodeFlow service = new CodeFlow();
        Browser browser = signIn.browser();
        String idToken = json(service.exchange(signIn.base(), signedInAs("rep-wales", browser, service)))
                .get("id_token")
                .asString();
        HttpResponse<String> signedOut = browser.get("/connect/logout?id_token_hint=" + idToken
                + "&client_id=pledge-service&post_logout_redirect_uri=http://localhost:8080/");
        assertThat(target(signedOut)).isEqualTo("http://localhost:8080/");
        assertThat(target(browser.get(new CodeFlow().start()))).endsWith("/sign-in");
    }

    @Test
    void signingOutWithATokenThatIsForgottenAsksFirst() {
        Browser browser = signIn.browser();
        signedInAs("rep-wales", browser, new CodeFlow());
        assertThat(target(browser.get("/connect/logout?id_token_hint=forgotten")))
                .endsWith("/sign-out");
        assertThat(browser.get("/sign-out").body()).contains("Sign out?");
        assertThat(target(browser.post("/logout", Map.of()))).endsWith("/sign-out");
        assertThat(browser.get("/sign-out").body()).contains("You are signed out");
    }

    @Test
    void thePageOffersSampleMembersAndSaysThatItIsADemo() {
        HttpResponse<String> page = signIn.browser().get("/sign-in");
        assertThat(page.body())
                .contains("Nothing here is real", "value=\"gp-", "value=\"rep-wales\"", "value=\"organiser\"")
                .contains("Not a ballot, not a call to act.");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("SIGN_IN_SESSION=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void anUnknownSampleMemberIsNotSignedIn() {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        HttpResponse<String> refused = browser.post("/sign-in", Map.of("username", "gp-99999"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is no such sample member");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(signIn.browser()
                        .post("/sign-in", Map.of("username", "organiser"), Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aScriptGetsATokenThatTheKeysVouchFor() {
        JsonNode answer = json(token("rep-wales"));
        Jwt token = verified(answer.get("access_token").asString());
        assertThat(token.getAudience()).containsExactly("pledge-tracker");
        assertThat(token.getClaimAsStringList("regions")).containsExactly("wales");
        assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").asInt()).isEqualTo(600);
        assertThat(token("nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void aForeignHostIsRefused() throws Exception {
        assertThat(statusLine("localhost")).contains(" 200");
        assertThat(statusLine("rebound.example")).contains(" 421");
    }

    private static String statusLine(String host) throws IOException {
        URI address = URI.create(signIn.base());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theKeysAreKeptForTheirOwnerAloneAndSurviveARestart() throws Exception {
        String token = json(token("organiser")).get("access_token").asString();
        signIn.close();
        signIn = Running.start(arguments());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sign-in-keys.json"))))
                .isEqualTo("rw-------");
        assertThat(decoder().decode(token).getClaimAsStringList("roles")).containsExactly("organiser");
    }

    @Test
    void demoModeRefusesToListenOnAllAddresses() {
        assertThatThrownBy(() -> Running.start(
                        "--pledge-tracker.demo=true",
                        "--pledge-tracker.campaigns=" + folder,
                        "--pledge-tracker.data=" + folder,
                        "--server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("Demo mode");
    }

    private static String[] arguments() {
        return new String[] {
            "--pledge-tracker.demo=true", "--pledge-tracker.campaigns=" + folder, "--pledge-tracker.data=" + folder
        };
    }

    private static String signedInAs(String name, Browser browser, CodeFlow service) {
        assertThat(target(browser.get(service.start()))).endsWith("/sign-in");
        browser.get("/sign-in");
        String onwards = target(browser.post("/sign-in", Map.of("username", name)));
        assertThat(onwards).contains("/oauth2/authorize");
        return target(browser.get(onwards));
    }

    private static HttpResponse<String> token(String name) {
        return signIn.browser().post("/demo/token", Map.of("username", name), Map.of());
    }

    private static Jwt verified(String token) {
        return decoder().decode(token);
    }

    private static NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(signIn.base() + "/oauth2/jwks").build();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }
}
