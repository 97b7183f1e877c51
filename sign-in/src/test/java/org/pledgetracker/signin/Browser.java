package org.pledgetracker.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member's browser without scripts: keeps cookies, sends the forms of the pages it has seen, follows nothing. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new HashMap<>();
    private final String base;
    private String csrf = "";

    /** A fresh browser that knows relative addresses as of this base. */
    public Browser(String base) {
        this.base = base;
    }

    /** Opens an address, whole or relative. */
    public HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /** Sends a form with the token of the last page, and where a page would. */
    public HttpResponse<String> post(String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf);
        return post(address, all, Map.of());
    }

    /** Sends these fields and headers alone, as a program would. */
    public HttpResponse<String> post(String address, Map<String, String> fields, Map<String, String> headers) {
        String body = form(fields);
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends a form to the server of the base, which is told that it goes by another name; the whole answer. */
    public String postTo(String host, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf);
        String body = form(all);
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nCookie: " + cookies()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The token of the last page with a form. */
    public String csrf() {
        return csrf;
    }

    /** Where a redirect leads; fails where there is none. */
    public static String target(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(
                        () -> new AssertionError(response.statusCode() + " without a redirect: " + response.body()));
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : base + address));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        return request;
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher token = CSRF.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", -1)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
