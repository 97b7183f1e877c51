package org.pledgetracker.webkit.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pledgetracker.webkit.TestTokens;

/** Makes every call of a table, each with whatever the caller could show, and notes what differs. */
final class AccessMatrix {

    private final Face face;
    private final TestTokens tokens;
    private final SignedIn sessions;
    private final UnaryOperator<String> paths;
    private final boolean takesTokens;
    private final List<String> differences = new ArrayList<>();
    private final Map<Caller, Session> reading = new EnumMap<>(Caller.class);
    private int calls;

    /** Opens a session for somebody in that role. */
    @FunctionalInterface
    interface SignedIn {

        Session as(Caller caller);
    }

    /**
     * @param paths fills the variables of a path
     * @param takesTokens whether a bearer token says here who somebody is
     */
    AccessMatrix(Face face, TestTokens tokens, SignedIn sessions, UnaryOperator<String> paths, boolean takesTokens) {
        this.face = face;
        this.tokens = tokens;
        this.sessions = sessions;
        this.paths = paths;
        this.takesTokens = takesTokens;
    }

    /** What was answered otherwise than the table says. */
    List<String> differences(AccessTable table) {
        table.rows().forEach(this::callAll);
        return differences;
    }

    int calls() {
        return calls;
    }

    private void callAll(Route route, Map<Caller, Integer> expected) {
        call(route, Caller.ANONYMOUS, "without anything", expected, request -> request);
        for (Caller caller : Caller.MEMBERS) {
            if (!expected.containsKey(caller)) {
                continue;
            }
            call(route, byToken(caller), "by token", expected, bearer(caller.token(tokens)));
            Session session = session(route, caller);
            call(route, caller, "by session", expected, session::withCsrf);
            if (caller == Caller.GP && takesTokens) {
                // The token counts, whoever's session it comes with
                String organiser = Caller.ORGANISER.token(tokens);
                call(
                        route,
                        Caller.ORGANISER,
                        "by token in the session of a GP",
                        expected,
                        request ->
                                bearer(organiser).apply(session(route, caller).withCsrf(request)));
                call(
                        route,
                        Caller.BAD_TOKEN,
                        "tampered, in the session of a GP",
                        expected,
                        request -> bearer(tokens.unusable().getOrDefault("tampered", ""))
                                .apply(session(route, caller).withCsrf(request)));
            }
        }
        tokens.unusable().forEach((kind, token) -> call(route, Caller.BAD_TOKEN, kind, expected, bearer(token)));
    }

    /** Reading leaves a session as it was, so one is enough for all of it; that it is still good, the statuses show. */
    private Session session(Route route, Caller caller) {
        boolean reads = route.method().equals("GET") && !route.path().contains("logout");
        return reads ? reading.computeIfAbsent(caller, sessions::as) : sessions.as(caller);
    }

    private Caller byToken(Caller caller) {
        return takesTokens ? caller : Caller.BAD_TOKEN;
    }

    private static UnaryOperator<HttpRequest.Builder> bearer(String token) {
        return request -> request.setHeader("Authorization", "Bearer " + token);
    }

    private void call(
            Route route,
            Caller caller,
            String how,
            Map<Caller, Integer> expected,
            UnaryOperator<HttpRequest.Builder> credentials) {
        if (!expected.containsKey(caller)) {
            return;
        }
        calls++;
        HttpRequest.Builder request = credentials.apply(face.request(route.method(), paths.apply(route.path())));
        HttpResponse<String> answer = face.send(request);
        int status = answer.statusCode();
        boolean isStatic = status == 200 && StaticFiles.folders().contains(route.path());
        HeaderRules.faults(answer.headers(), isStatic)
                .forEach(fault -> differences.add("%s, %s %s: %s".formatted(route, caller.title(), how, fault)));
        if (expected.getOrDefault(caller, 0) != status) {
            differences.add(
                    "%s, %s %s: %d, not %d".formatted(route, caller.title(), how, status, expected.get(caller)));
        }
    }
}
