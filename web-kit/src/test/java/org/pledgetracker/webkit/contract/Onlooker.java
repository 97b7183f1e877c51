package org.pledgetracker.webkit.contract;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * Somebody who looks at whatever a service shows them, to tell whether something has happened. If all answers are the same to the
 * byte, nothing has happened for them.
 */
public final class Onlooker {

    /** What differs in any two answers, and what only looking again changes. */
    private static final Set<String> OF_THE_CALL = Set.of("date", "set-cookie", "keep-alive");

    private static final Pattern FRESH = Pattern.compile(
            "(name=\"csrf-token\" content|name=\"_csrf\" value)=\"[^\"]*\"|(state|nonce|code_challenge)=[^&\\s]+");

    private final ApplicationContext service;
    private final Face face;
    private final String token;
    private final Map<String, String> variables;

    /** @param variables what the variables of paths stand for */
    public Onlooker(ApplicationContext service, String token, Map<String, String> variables) {
        this.service = service;
        this.face = new Face(URI.create("http://localhost:"
                + Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port"))));
        this.token = token;
        this.variables = Map.copyOf(variables);
    }

    /** What every route that shows something answers, by path. */
    public SortedMap<String, String> look() {
        SortedMap<String, String> seen = new TreeMap<>();
        for (Route route : Routes.of(service)) {
            if (Set.of("GET", Route.ANY).contains(route.method())) {
                String path = filled(route.path());
                seen.put(path, shown(face.send(face.request(path).header("Authorization", "Bearer " + token))));
            }
        }
        return seen;
    }

    /** The paths whose answers differ from those before. */
    public List<String> changedSince(SortedMap<String, String> before) {
        SortedMap<String, String> now = look();
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(path -> !Objects.equals(before.get(path), now.get(path)))
                .toList();
    }

    private String filled(String path) {
        String filled = path.endsWith("/**") ? StaticFiles.oneUnder(path) : path;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return filled;
    }

    private static String shown(HttpResponse<String> answer) {
        String all = answer.statusCode() + "\n" + headers(answer.headers()) + "\n" + answer.body();
        return FRESH.matcher(all).replaceAll("");
    }

    private static SortedMap<String, List<String>> headers(HttpHeaders headers) {
        SortedMap<String, List<String>> shown = new TreeMap<>(headers.map());
        shown.keySet().removeAll(OF_THE_CALL);
        return shown;
    }
}
