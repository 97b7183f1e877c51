package org.pledgetracker.webkit.contract;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every answer carries, errors included. */
final class HeaderRules {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final List<String> POLICY = List.of(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private static final List<String> COOKIE = List.of("HttpOnly", "SameSite=Lax", "Path=/");

    private HeaderRules() {}

    /**
     * What is wrong with the headers of an answer over plain HTTP.
     *
     * @param mayBeCached whether it is a static file, with nothing about anybody in it
     */
    static List<String> faults(HttpHeaders headers, boolean mayBeCached) {
        List<String> faults = new ArrayList<>();
        ALWAYS.forEach((name, value) -> {
            if (!headers.allValues(name).equals(List.of(value))) {
                faults.add(name + " is " + headers.allValues(name));
            }
        });
        String policy = value(headers, "Content-Security-Policy");
        POLICY.stream().filter(part -> !policy.contains(part)).forEach(part -> faults.add("no " + part));
        if (policy.contains("unsafe") || policy.contains("*")) {
            faults.add("the policy is not strict: " + policy);
        }
        if (!value(headers, "Permissions-Policy").contains("camera=()")) {
            faults.add("no Permissions-Policy");
        }
        if (!mayBeCached && !isKeptByNobodyElse(headers)) {
            faults.add("Cache-Control is " + headers.allValues("Cache-Control"));
        }
        for (String unwanted :
                List.of("Server", "X-Powered-By", "Strict-Transport-Security", "Access-Control-Allow-Origin")) {
            headers.firstValue(unwanted).ifPresent(value -> faults.add(unwanted + " is " + value));
        }
        headers.allValues("Set-Cookie")
                .forEach(cookie -> COOKIE.stream()
                        .filter(part -> !cookie.contains(part))
                        .forEach(part -> faults.add("a cookie without " + part)));
        return faults;
    }

    private static String value(HttpHeaders headers, String name) {
        return Optional.of(headers.allValues(name))
                .filter(values -> values.size() == 1)
                .map(List::getFirst)
                .orElse("");
    }

    /** Kept nowhere; or, where there is a tag to ask again with, by the reader's own browser alone, which has to ask. */
    private static boolean isKeptByNobodyElse(HttpHeaders headers) {
        String cached = value(headers, "Cache-Control");
        boolean askedAgain = cached.contains("private") && cached.contains("no-cache");
        return cached.contains("no-store")
                || (askedAgain && headers.firstValue("ETag").isPresent());
    }
}
