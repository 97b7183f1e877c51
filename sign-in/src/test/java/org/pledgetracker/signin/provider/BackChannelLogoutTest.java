package org.pledgetracker.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.signin.Browser.target;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.Browser;
import org.pledgetracker.signin.CodeFlow;
import org.pledgetracker.signin.Running;
import org.pledgetracker.signin.ServiceSignInTest;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.FreePort;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Two services and sign-in, on ports of their own, and a browser that is signed in to both. */
class BackChannelLogoutTest {

    private static final String GP = RollMember.subjectOf("gp-00001");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static Running signIn;
    private static String pledge;
    private static String tally;
    private static ConfigurableApplicationContext pledgeService;
    private static ConfigurableApplicationContext tallyService;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("electorate.csv"), "region,name,partner,salaried,locum\nwales,Wales,9,9,\n");
        int pledgePort = FreePort.find();
        int tallyPort = FreePort.find();
        pledge = "http://localhost:" + pledgePort;
        tally = "http://localhost:" + tallyPort;
        signIn = Running.start(
                "--pledge-tracker.demo=true",
                "--pledge-tracker.campaigns=" + folder,
                "--pledge-tracker.data=" + folder,
                "--pledge-tracker.addresses.pledge=" + pledge,
                "--pledge-tracker.addresses.tally=" + tally,
                "--pledge-tracker.internal-addresses.tally=http://127.0.0.1:" + tallyPort);
        pledgeService = service("pledge", pledgePort, CodeFlow.SECRET);
        tallyService = service("tally", tallyPort, "the tally service has its own");
    }

    @AfterAll
    static void stop() {
        tallyService.close();
        pledgeService.close();
        signIn.close();
    }

    @Test
    void signingOutOfOneServiceEndsTheSessionsOfAll() {
        Browser browser = signedInToBoth("gp-00001");
        browser.get(pledge + "/no-such-page");
        HttpResponse<String> out = follow(browser, browser.post(pledge + "/logout", Map.of()));
        assertThat(out.uri().toString()).isEqualTo(signIn.base() + "/sign-in");
        assertSignedOut(browser, tally);
        assertSignedOut(browser, pledge);
    }

    @Test
    void signingOutOfSignInItselfEndsTheSessionsOfAll() {
        Browser browser = signedInToBoth("gp-00001");
        Browser colleague = signedInToBoth("gp-00002");
        browser.get(signIn.base() + "/sign-out");
        browser.post(signIn.base() + "/logout", Map.of());
        assertSignedOut(browser, tally);
        assertSignedOut(browser, pledge);
        assertSignedIn(colleague, tally);
        assertSignedIn(colleague, pledge);
    }

    @Test
    void somebodyElseInTheSameBrowserEndsTheSessionsOfTheFirst() {
        Browser browser = signedInToBoth("gp-00001");
        browser.get(signIn.base() + "/sign-in");
        browser.post(signIn.base() + "/sign-in", Map.of("username", "gp-00002"));
        assertSignedOut(browser, tally);
        assertSignedOut(browser, pledge);
    }

    @Test
    void logoutTokensThatAreNotFromHereForThisServiceAndNowAreRefused() throws Exception {
        Browser browser = signedInToBoth("gp-00001");
        ProviderSessions.Ended session = session();
        JwtEncoder encoder = signIn.bean(JwtEncoder.class);
        JwtEncoder foreign = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(
                new RSAKeyGenerator(2048).keyID("f").keyUse(KeyUse.SIGNATURE).generate())));
        Clock now = Clock.systemUTC();
        Clock before = Clock.offset(now, Duration.ofMinutes(-10));
        String good = new LogoutTokens(encoder, signIn.base(), now).issue("tally-service", session);
        Map<String, String> bad = Map.of(
                "expired", new LogoutTokens(encoder, signIn.base(), before).issue("tally-service", session),
                "for another", new LogoutTokens(encoder, signIn.base(), now).issue("pledge-service", session),
                "of another issuer", new LogoutTokens(encoder, pledge, now).issue("tally-service", session),
                "of another key", new LogoutTokens(foreign, signIn.base(), now).issue("tally-service", session),
                "tampered", good.substring(0, good.length() - 4) + "AAAA",
                "an access token", signIn.bean(AccessTokens.class).issue(member()),
                "nothing", "");
        bad.forEach((what, token) -> {
            assertThat(told(token)).as(what).isEqualTo(400);
            assertSignedIn(browser, tally);
        });
        assertThat(told(good)).isEqualTo(200);
        assertSignedOut(browser, tally);
    }

    @Test
    void aLogoutTokenThatIsSentAgainDoesNothing() {
        Browser browser = signedInToBoth("gp-00001");
        String token = new LogoutTokens(signIn.bean(JwtEncoder.class), signIn.base(), Clock.systemUTC())
                .issue("tally-service", session());
        browser.get(signIn.base() + "/sign-out");
        browser.post(signIn.base() + "/logout", Map.of());
        assertSignedOut(browser, tally);
        assertThat(told(token)).isEqualTo(200);
        enter(browser, tally, "gp-00001");
        assertThat(told(token)).isEqualTo(200);
        assertSignedIn(browser, tally);
    }

    @Test
    void aServiceThatCannotTakeItNowIsToldAgain() throws Exception {
        Queue<Integer> answers = new ConcurrentLinkedQueue<>(java.util.List.of(503, 200));
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(Objects.requireNonNullElse(answers.poll(), 500), -1);
            exchange.close();
        });
        service.start();
        LogoutTokens tokens = new LogoutTokens(signIn.bean(JwtEncoder.class), signIn.base(), Clock.systemUTC());
        try (BackChannelLogout logout = new BackChannelLogout(
                tokens, client -> "http://localhost:" + service.getAddress().getPort())) {
            logout.end(new ProviderSessions.Ended("a session", GP, Set.of("tally-service")));
            await().atMost(PATIENCE).until(answers::isEmpty);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void theMetadataAnnouncesIt() {
        assertThat(signIn.browser().get("/.well-known/openid-configuration").body())
                .contains("\"backchannel_logout_supported\":true", "\"backchannel_logout_session_supported\":true");
    }

    private static ProviderSessions.Ended session() {
        ProviderSessions sessions = signIn.bean(ProviderSessions.class);
        ProviderSessions.Ended session = sessions.endAll(GP).getLast();
        session.clients().forEach(client -> sessions.signedIn(session.session(), GP, client));
        return session;
    }

    private static RollMember member() {
        return new RollMember(GP, java.util.List.of("gp"), java.util.List.of(), "wales", "partner");
    }

    private static int told(String token) {
        return new Browser(tally)
                .post("/logout/connect/back-channel/sign-in", Map.of("logout_token", token), Map.of())
                .statusCode();
    }

    private static Browser signedInToBoth(String name) {
        Browser browser = new Browser(signIn.base());
        enter(browser, pledge, name);
        // Signed in once, both let in
        assertThat(follow(browser, browser.get(tally + "/")).statusCode()).isEqualTo(200);
        return browser;
    }

    private static void enter(Browser browser, String service, String name) {
        follow(browser, browser.get(service + "/"));
        HttpResponse<String> page = follow(browser, browser.post(signIn.base() + "/sign-in", Map.of("username", name)));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    }

    private static void assertSignedIn(Browser browser, String service) {
        assertThat(browser.get(service + "/deep").statusCode()).isEqualTo(200);
    }

    private static void assertSignedOut(Browser browser, String service) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(target(browser.get(service + "/deep"))).endsWith("/oauth2/authorization/sign-in"));
    }

    private static HttpResponse<String> follow(Browser browser, HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hops = 0; last.statusCode() == 302 && hops < 10; hops++) {
            last = browser.get(last.uri().resolve(target(last)).toString());
        }
        return last;
    }

    private static ConfigurableApplicationContext service(String name, int port, String secret) {
        return new SpringApplicationBuilder(ServiceSignInTest.Service.class)
                .properties("spring.config.name=none")
                .run(
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--pledge-tracker.client.id=" + name + "-service",
                        "--pledge-tracker.client.secret=" + secret,
                        "--pledge-tracker.addresses." + name + "=http://localhost:" + port,
                        "--pledge-tracker.addresses.sign-in=" + signIn.base());
    }
}
