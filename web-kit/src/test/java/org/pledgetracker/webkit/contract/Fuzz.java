package org.pledgetracker.webkit.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Sends what is malformed to every route, as nobody and as members, and notes what broke. */
final class Fuzz {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}|\\*\\*");
    /** Of all that could be sent to a route, each caller sends a part; together they send most of it. */
    private static final int ONE_IN = 4;

    private static final String NO_SUCH = "no-such";
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

    private final Face face;
    private final Malformed malformed;
    private final Random random;
    private final UnaryOperator<String> paths;
    private final Set<String> alwaysTaken;
    private final List<String> broken = new ArrayList<>();
    private int calls;

    /**
     * @param paths fills the variables of a path
     * @param alwaysTaken routes that change something whatever is sent with them: they are asked for what is not there
     */
    Fuzz(Face face, Random random, UnaryOperator<String> paths, Set<String> alwaysTaken) {
        this.face = face;
        this.malformed = new Malformed(random);
        this.random = random;
        this.paths = paths;
        this.alwaysTaken = alwaysTaken;
    }

    int calls() {
        return calls;
    }

    /** What was answered with an error of the server, or not at all. */
    List<String> broken(Collection<Route> routes, Map<String, UnaryOperator<HttpRequest.Builder>> callers) {
        callers.forEach((who, credentials) -> routes.forEach(route -> callAll(route, who, credentials)));
        return broken;
    }

    private void callAll(Route route, String who, UnaryOperator<HttpRequest.Builder> credentials) {
        String path = alwaysTaken.contains(route.toString()) ? without(route) : paths.apply(route.path());
        if (VARIABLE.matcher(route.path()).find()) {
            for (String segment : Malformed.segments()) {
                String odd =
                        VARIABLE.matcher(route.path()).replaceAll(java.util.regex.Matcher.quoteReplacement(segment));
                call(who, credentials, route.method(), odd, request -> request);
            }
        }
        Malformed.queries().forEach(query -> call(who, credentials, route.method(), path + query, request -> request));
        Malformed.headers()
                .forEach(header -> call(
                        who,
                        credentials,
                        route.method(),
                        path,
                        request -> request.setHeader(header.getKey(), header.getValue())));
        // A method that another route knows would be a valid call of that
        Malformed.methods().forEach(method -> call(who, credentials, method, without(route), request -> request));
        if (WRITING.contains(route.method())) {
            List<byte[]> bodies = route.path().startsWith("/api/") ? malformed.json() : malformed.forms();
            bodies.forEach(body -> call(
                    who,
                    credentials,
                    route.method(),
                    path,
                    request -> request.method(route.method(), BodyPublishers.ofByteArray(body))));
        }
    }

    private static String without(Route route) {
        return VARIABLE.matcher(route.path()).replaceAll(NO_SUCH);
    }

    private void call(
            String who,
            UnaryOperator<HttpRequest.Builder> credentials,
            String method,
            String path,
            UnaryOperator<HttpRequest.Builder> oddity) {
        if (random.nextInt(ONE_IN) > 0) {
            return;
        }
        calls++;
        String what = who + ": " + method + " " + (path.length() > 200 ? path.substring(0, 200) + "…" : path);
        try {
            HttpRequest.Builder request = oddity.apply(credentials.apply(face.request(method, path)));
            HttpResponse<String> answer = face.send(request);
            if (answer.statusCode() >= 500) {
                broken.add(what + " " + request.build().headers().map() + ": " + answer.statusCode());
            }
        } catch (AssertionError e) {
            broken.add(what + ": " + e.getMessage() + ", " + e.getCause());
        }
    }
}
