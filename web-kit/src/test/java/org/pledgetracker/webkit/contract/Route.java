package org.pledgetracker.webkit.contract;

import java.util.Comparator;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A way into a service.
 *
 * @param method an HTTP method, or {@link #ANY}
 * @param path a path with variables, as in {@code /campaigns/{campaign}}; or, of a route that is open-ended, a pattern
 */
record Route(String method, String path) implements Comparable<Route> {

    static final String ANY = "ANY";

    private static final Comparator<Route> ORDER =
            Comparator.comparing(Route::path).thenComparing(Route::method);

    /** Whether this row of a table speaks of that route. */
    boolean speaksOf(Route route) {
        boolean sameMethod = method.equals(route.method) || route.method.equals(ANY);
        return sameMethod && (path.equals(route.path) || (route.isOpenEnded() && route.matches(path)));
    }

    /** Whether more than one segment may follow. What catches everything else speaks for nothing in particular. */
    private boolean isOpenEnded() {
        return (path.contains("**") || path.contains("{*")) && !path.equals("/**");
    }

    private boolean matches(String other) {
        return PathPatternParser.defaultInstance
                .parse(path)
                .matches(org.springframework.http.server.PathContainer.parsePath(other));
    }

    @Override
    public int compareTo(Route other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
