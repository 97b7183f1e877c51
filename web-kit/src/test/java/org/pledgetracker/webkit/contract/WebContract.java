package org.pledgetracker.webkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.context.ApplicationContext;

/** What every service promises at each of its routes. A service's test extends it and says who may do what in a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WebContract {

    /** Settings under which none of these tests meets a limit. */
    protected static final String[] GENEROUS = {
        "pledge-tracker.limits.member-reads=none",
        "pledge-tracker.limits.member-writes=none",
        "pledge-tracker.limits.address=none"
    };

    /** Where somebody is, what they are, or an id such as our callers and campaigns have. */
    private static final Pattern TELL_TALE =
            Pattern.compile("partner|salaried|locum|london|wales|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");

    private static final long SEED = 20_261_101;

    /** The service under test. */
    protected abstract ApplicationContext service();

    /** The provider that it trusts. */
    protected abstract TestTokens tokens();

    /** What the variables of paths stand for. */
    protected abstract Map<String, String> variables();

    /** How many records this service ever wrote for its callers; a service that writes none has none to count. */
    protected long recorded() {
        return 0;
    }

    /** Whether a bearer token says here who somebody is. */
    protected boolean takesTokens() {
        return true;
    }

    /** The session of somebody new in this role. */
    protected Session session(Face face, Caller caller) {
        Session session = Session.visitor(face, visited());
        signIn(session, caller);
        return session;
    }

    /** Paths that take no form, so need no token of our pages. */
    protected Set<String> withoutCsrf() {
        return Set.of("/logout/connect/back-channel/{provider}");
    }

    /** Routes that change something whatever is sent with them. */
    protected Set<String> alwaysTaken() {
        return Set.of();
    }

    /** Where somebody starts who is not signed in yet. */
    protected String visited() {
        return "/oauth2/authorization/sign-in";
    }

    /** Signs somebody of this role in, in that browser. */
    protected void signIn(Session session, Caller caller) {
        session.signIn(tokens(), caller.claims());
    }

    /** The table of this service, beside the test. */
    protected String access() {
        return "access.txt";
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() {
        assertThat(table().gaps(Routes.of(service()))).isEmpty();
    }

    @Test
    void everyCallerGetsWhatTheTableSays() {
        AccessMatrix matrix =
                new AccessMatrix(face(), tokens(), caller -> session(face(), caller), this::path, takesTokens());
        AccessTable table = table();
        assertThat(matrix.differences(table)).isEmpty();
        System.out.printf(
                "Access to %s: %d routes, %d calls%n",
                getClass().getSimpleName(), table.rows().size(), matrix.calls());
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfOurOwnPages() {
        long before = recorded();
        for (Caller caller : Caller.MEMBERS) {
            Session session = session(face(), caller);
            for (Route route : table().rows().keySet()) {
                if (!isSafe(route) && !withoutCsrf().contains(route.path())) {
                    HttpRequest.Builder request = session.on(face().request(route.method(), path(route.path())));
                    assertThat(face().send(request).statusCode())
                            .as("%s by the session of a %s", route, caller.title())
                            .isEqualTo(403);
                }
            }
        }
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void aMethodThatNoRouteNamesIsRefusedToEverybody() {
        Set<Route> rows = table().rows().keySet();
        Map<Caller, Session> sessions = sessions();
        for (String path : rows.stream().map(Route::path).collect(Collectors.toSet())) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                if (rows.stream().noneMatch(new Route(method, path)::speaksOf)) {
                    sessions.forEach((caller, session) -> {
                        HttpRequest.Builder request = session.withCsrf(face().request(method, path(path)));
                        assertThat(face().send(request).statusCode())
                                .as("%s %s by a %s", method, path, caller.title())
                                // 302: being sent to sign in changes nothing
                                .isIn(302, 400, 401, 403, 404, 405);
                    });
                }
            }
        }
    }

    private Map<Caller, Session> sessions() {
        Map<Caller, Session> sessions = new EnumMap<>(Caller.class);
        Caller.MEMBERS.forEach(caller -> sessions.put(caller, session(face(), caller)));
        return sessions;
    }

    @Test
    void signingInGivesASessionANewId() {
        Session session = Session.visitor(face(), visited());
        String before = session.cookies();
        signIn(session, Caller.GP);
        assertThat(before).isNotEmpty();
        assertThat(session.cookies()).isNotEqualTo(before);
    }

    @Test
    void whatIsMalformedBreaksNothingAndChangesNothing() {
        long before = recorded();
        Fuzz fuzz = new Fuzz(face(), new Random(SEED), this::path, alwaysTaken());
        Map<String, UnaryOperator<HttpRequest.Builder>> callers = new LinkedHashMap<>();
        callers.put("nobody", request -> request);
        for (Caller caller : List.of(Caller.GP, Caller.ORGANISER)) {
            Session session = session(face(), caller);
            callers.put("session of a " + caller.title(), session::withCsrf);
            String token = caller.token(tokens());
            callers.put(
                    "token of a " + caller.title(), request -> request.setHeader("Authorization", "Bearer " + token));
        }
        assertThat(fuzz.broken(table().rows().keySet(), callers)).isEmpty();
        assertThat(new RawCalls(face().base()).broken()).isEmpty();
        assertThat(recorded()).isEqualTo(before);
        assertThat(face().send(face().request("/livez")).statusCode()).isEqualTo(200);
        System.out.printf(
                "Malformed calls to %s: %d, and %d raw ones%n",
                getClass().getSimpleName(), fuzz.calls(), RawCalls.count());
    }

    @Test
    void metricsAreOnAPortOfTheirOwnAndTellOfNobodyAndNoPledge() {
        Session organiser = session(face(), Caller.ORGANISER);
        table().rows().keySet().stream()
                .filter(WebContract::isSafe)
                .forEach(route -> face().send(organiser.on(face().request(path(route.path())))));
        Scrape scrape = Scrape.of(service());
        String service = service().getEnvironment().getProperty("pledge-tracker.client.id", "sign-in");
        assertThat(scrape.names()).containsAll(PromisedMetrics.of(service));
        assertThat(scrape.labelKeys())
                .contains("uri")
                .doesNotContain("action", "campaign", "employmentType", "region", "subject", "type", "user");
        assertThat(scrape.labelValues()).noneMatch(TELL_TALE.asPredicate()).noneMatch(this::isOfAVariable);
    }

    private boolean isOfAVariable(String label) {
        return variables().entrySet().stream()
                .filter(variable -> !variable.getKey().equals("provider"))
                .anyMatch(variable -> label.contains(variable.getValue()));
    }

    @Test
    void onTheirPortThereIsNothingElse() {
        Face management = Scrape.face(service());
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(management.send(management.request(path)).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (String path :
                List.of("/", "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics", "/error")) {
            assertThat(management.send(management.request(path)).statusCode())
                    .as(path)
                    .isIn(302, 401, 403, 404);
        }
        assertThat(management
                        .send(management.request("POST", "/actuator/prometheus"))
                        .statusCode())
                .isIn(401, 403);
    }

    private static boolean isSafe(Route route) {
        return route.method().equals("GET");
    }

    private AccessTable table() {
        return AccessTable.read(getClass(), access());
    }

    private Face face() {
        String port = Objects.requireNonNull(service().getEnvironment().getProperty("local.server.port"));
        return new Face(URI.create("http://localhost:" + port));
    }

    private String path(String path) {
        String filled = path.endsWith("/**") ? StaticFiles.oneUnder(path) : path;
        for (Map.Entry<String, String> variable : variables().entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return filled;
    }
}
