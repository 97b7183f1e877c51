package org.pledgetracker.webkit.contract;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.web.util.UriComponentsBuilder;

/** A browser that has signed in. */
public final class Session {

    private static final Pattern CSRF =
            Pattern.compile("(?:name=\"csrf-token\" content|name=\"_csrf\" value)=\"([^\"]+)\"");

    private final Face face;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    private Session(Face face) {
        this.face = face;
    }

    /** A browser that has only opened this page. */
    public static Session visitor(Face face, String path) {
        Session session = new Session(face);
        session.open(path);
        return session;
    }

    /** Goes through the code flow of a service, with these tests as the provider. */
    public void signIn(TestTokens tokens, Map<String, Object> claims) {
        HttpResponse<String> start = open("/oauth2/authorization/sign-in");
        Map<String, String> asked = UriComponentsBuilder.fromUri(
                        URI.create(start.headers().firstValue("Location").orElseThrow()))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = tokens.code(claims, String.valueOf(asked.get("nonce")));
        HttpResponse<String> signedIn =
                open("/login/oauth2/code/sign-in?code=" + encode(code) + "&state=" + asked.get("state"));
        if (signedIn.statusCode() != 302) {
            throw new AssertionError("signing in was answered with " + signedIn.statusCode());
        }
        // Any page of the kit has the token, that of a refusal too
        open("/no-such-page");
    }

    /** Adds the cookies to a request. */
    HttpRequest.Builder on(HttpRequest.Builder request) {
        return cookies.isEmpty() ? request : request.setHeader("Cookie", cookies());
    }

    /** Sends an empty form, or one of one field, as a page would. */
    public void post(String path, String form) {
        HttpRequest.Builder request = withCsrf(face.request("POST", path));
        keep(face.send(request.method("POST", HttpRequest.BodyPublishers.ofString(form))));
    }

    /** Adds the cookies, and the token that shows that the request comes from our own pages. */
    HttpRequest.Builder withCsrf(HttpRequest.Builder request) {
        return on(request).setHeader("X-CSRF-TOKEN", csrf);
    }

    /** Opens a page, and keeps what it gives. */
    public HttpResponse<String> open(String path) {
        HttpResponse<String> response = face.send(on(face.request(path)));
        keep(response);
        return response;
    }

    /** Keeps the cookies and the token of an answer. */
    void keep(HttpResponse<String> response) {
        response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", -1)[0].split("=", 2))
                .forEach(pair -> cookies.put(pair[0], pair[1]));
        Matcher token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String csrf() {
        return csrf;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
