package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = SampleService.class,
        properties = {"pledge-tracker.client.id=pledge-service", "pledge-tracker.demo=true"})
@AutoConfigureMockMvc
class ServiceSecurityTest {

    private static final TestTokens TOKENS = TestTokens.start();
    private static final TestTokens FOREIGN = TestTokens.start();

    @Autowired
    private MockMvcTester web;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        TOKENS.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        TOKENS.close();
        FOREIGN.close();
    }

    @Test
    void nothingIsThereToMakeTracesWhereNobodyTakesThem() {
        assertThat(context.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
        assertThat(context.getBeanNamesForType(ObservationHandler.class))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("trac"));
        assertThat(context.getBean(Tracer.class).spanBuilder("any").startSpan().isRecording())
                .isFalse();
    }

    @Test
    void aGpIsKnownByTheClaimsOfTheirToken() {
        assertThat(get("/api/gp/me", TOKENS.gp("abc", "wales", "salaried")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("abc [GP] wales salaried");
    }

    @Test
    void aRepIsKnownByTheirRegions() {
        assertThat(get("/api/all/regions", TOKENS.rep("wales", "london")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("london,wales");
    }

    @Test
    void theApiWithoutATokenIs401AndNoRedirect() {
        assertThat(web.get().uri("/api/gp/me"))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .containsHeader("WWW-Authenticate")
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:pledge-tracker:problem:not-signed-in");
    }

    @Test
    void aWriteWithoutAnyCredentialsIs401() {
        assertThat(web.put()
                        .uri("/api/gp/thing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"count\":1}"))
                .hasStatus(401);
    }

    @Test
    void aPageWithoutASessionLeadsToSignIn() {
        assertThat(web.get().uri("/page")).hasStatus(302).hasRedirectedUrl("/oauth2/authorization/sign-in");
    }

    @Test
    void signingInStartsAtTheProviderWithPkce() {
        assertThat(web.get().uri("/oauth2/authorization/sign-in"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(TOKENS.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "client_id=pledge-service", "scope=openid")
                .contains("redirect_uri=http://localhost:8080/login/oauth2/code/sign-in");
    }

    @Test
    void aTokenForAnotherAudienceIs401() {
        assertRefused(TOKENS.token(Map.of("sub", "a", "roles", List.of("gp"), "aud", List.of("other"))));
    }

    @Test
    void aTokenOfAnotherIssuerIs401() {
        assertRefused(TOKENS.token(Map.of("sub", "a", "roles", List.of("gp"), "iss", "http://elsewhere")));
    }

    @Test
    void aTokenSignedWithAnotherKeyIs401() {
        assertRefused(FOREIGN.token(Map.of("sub", "a", "roles", List.of("gp"), "iss", TOKENS.issuer())));
    }

    @Test
    void anExpiredTokenIs401() {
        assertRefused(TOKENS.token(
                Map.of("sub", "a", "roles", List.of("gp"), "exp", Instant.now().minusSeconds(120))));
    }

    @Test
    void aTokenThatWasTamperedWithIs401() {
        String[] parts = TOKENS.gp("a", "wales", "partner").split("\\.", -1);
        String[] other = TOKENS.organiser().split("\\.", -1);
        assertRefused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void anotherRoleIs403() {
        assertThat(get("/api/gp/me", TOKENS.rep("wales")))
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:pledge-tracker:problem:forbidden");
    }

    @Test
    void whatNoRuleNamesIsDeniedToAll() {
        assertThat(get("/api/other", TOKENS.organiser())).hasStatus(403);
    }

    @Test
    void aBearerTokenNeedsNoCsrfToken() {
        assertThat(web.put()
                        .uri("/api/gp/thing")
                        .header("Authorization", "Bearer " + TOKENS.gp("a", "wales", "partner"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"count\":1}"))
                .hasStatusOk();
    }

    @Test
    void aTokenHasNoneOfTheRolesOfTheSessionThatItComesWith() {
        SecurityContext gp = new SecurityContextImpl(new TestingAuthenticationToken("a", "", Role.GP.authority()));
        var call = web.get().uri("/api/gp/nothing").sessionAttr(SPRING_SECURITY_CONTEXT_KEY, gp);
        assertThat(call).hasStatus(404);
        assertThat(call.header("Authorization", "Bearer " + TOKENS.organiser())).hasStatus(403);
    }

    @Test
    void aSessionNeedsACsrfTokenAtTheApiToo() {
        var put = web.put()
                .uri("/api/gp/thing")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"count\":1}");
        assertThat(put.with(gp()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("type")
                .asString()
                .endsWith(":csrf");
        assertThat(web.put()
                        .uri("/api/gp/thing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"count\":1}")
                        .with(gp())
                        .with(csrf().asHeader()))
                .hasStatusOk();
    }

    @Test
    void theHeadersHoldOnPagesAndOnTheApi() {
        for (MvcTestResult result : List.of(page(), get("/api/gp/me", TOKENS.gp("a", "wales", "partner")))) {
            assertThat(result)
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .containsHeader("Permissions-Policy")
                    .doesNotContainHeader("Strict-Transport-Security");
            assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
            assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("form-action 'self' http://localhost:8080", TOKENS.issuer(), "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void overTlsBrowsersAreToldToStayThere() {
        assertThat(web.get().uri("/page").secure(true).with(gp()))
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }

    @Test
    void everyPageSaysThatItIsNoBallotAndWhatTheReaderIs() {
        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("<title>Sample – Pledge Tracker</title>", "Not a ballot, not a call to act.")
                .contains("Signed in as", ">GP<", "name=\"_csrf\"", "Nothing here is real")
                .contains("href=\"http://localhost:8080/\" aria-current=\"true\">Pledge<")
                .doesNotContain("Dashboard", "style=");
    }

    @Test
    void theStylesheetIsOpenToAll() {
        assertThat(web.get().uri("/web-kit/style.css")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void probesAreOpenToAll(String probe) {
        assertThat(web.get().uri(probe)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/health", "/actuator/prometheus"})
    void theActuatorIsNotWhereMembersAre(String path) {
        assertThat(get(path, TOKENS.organiser())).hasStatus(403);
        assertThat(web.get().uri(path)).hasStatus(302);
    }

    @Test
    void aBrokerThatDoesNotAnswerIs503AndSaysThatItMayHaveBeenRecorded() {
        assertThat(get("/api/gp/broken/broker", TOKENS.gp("a", "wales", "partner")))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("it may have been recorded: look again");
        assertThat(web.get().uri("/broken/broker").with(gp()))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .bodyText()
                .contains("it may have been recorded: look again", "Not a ballot")
                .contains("<title>We could not confirm that – Pledge Tracker</title>");
    }

    @Test
    void aProblemNamesEachFaultyField() {
        assertThat(get("/api/gp/broken/problem", TOKENS.gp("a", "wales", "partner")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("region");
        assertThat(web.get().uri("/broken/problem").with(gp()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a region");
    }

    @Test
    void anErrorInsideTellsNothingOfTheInside() {
        assertThat(get("/api/gp/broken/inside", TOKENS.gp("a", "wales", "partner")))
                .hasStatus(500)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("secret inside");
        assertThat(web.get().uri("/broken/inside").with(gp()))
                .hasStatus(500)
                .bodyText()
                .doesNotContain("secret inside");
    }

    @Test
    void aBodyThatIsNoJsonIs400WithWhatToDo() {
        assertThat(web.put()
                        .uri("/api/gp/thing")
                        .header("Authorization", "Bearer " + TOKENS.gp("a", "wales", "partner"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .asString()
                .contains("Send valid JSON");
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderToo() {
        assertThat(web.post().uri("/logout").with(gp()).with(csrf()))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(TOKENS.issuer() + "/connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=http://localhost:8080/");
    }

    private MvcTestResult page() {
        return web.get().uri("/page").with(gp()).exchange();
    }

    private MvcTestResult get(String path, String token) {
        return web.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private void assertRefused(String token) {
        assertThat(get("/api/gp/me", token)).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static OidcLoginRequestPostProcessor gp() {
        return oidcLogin()
                .idToken(token -> token.claim("roles", List.of("gp"))
                        .issuer(TOKENS.issuer())
                        .subject("a"))
                .authorities(AuthorityUtils.createAuthorityList("ROLE_GP"))
                .clientRegistration(new Provider(new WebKitProperties(
                                new Addresses("http://localhost:8080", "http://t", "http://n", "http://s"),
                                new WebKitProperties.SignIn(
                                        TOKENS.issuer(),
                                        null,
                                        "pledge-tracker",
                                        List.of("openid"),
                                        new WebKitProperties.Endpoints(null, null, null, null)),
                                new WebKitProperties.Client("pledge-service", null, "secret"),
                                new WebKitProperties.Claims(
                                        "sub", "roles", "regions", "region", "employment_type", Map.of()),
                                List.of(Language.ENGLISH),
                                false))
                        .registration());
    }
}
