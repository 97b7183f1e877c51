package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A member's browser without scripts, at an address and with a name that are told apart from all others; notes all it sends. */
final class MemberBrowser implements AutoCloseable {

    /** What a proxy says of where the browser is. */
    static final String FORWARDED_FOR = "203.0.113.77";

    /** Where the browser itself is, on a machine that has this address. */
    static final String ADDRESS = "127.0.0.42";

    static final String AGENT = "Bathrobe-Phone/48.15162342";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Set<String> sessions = new TreeSet<>();
    private final HttpClient following;
    private final HttpClient staying;
    private final Path notes;

    /** @param notes the file that it notes in what it sends */
    MemberBrowser(Path notes) {
        this.notes = notes;
        this.following = client(HttpClient.Redirect.NORMAL);
        this.staying = client(HttpClient.Redirect.NEVER);
    }

    private HttpClient client(HttpClient.Redirect redirects) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .connectTimeout(Duration.ofSeconds(5));
        return hasAddress() ? client.localAddress(address()).build() : client.build();
    }

    /** Not every system answers to all of 127.0.0.0/8. */
    static boolean hasAddress() {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address(), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress address() {
        return InetAddress.ofLiteral(ADDRESS);
    }

    Document open(String address) throws IOException, InterruptedException {
        return page(send(following, request(address).GET(), ""));
    }

    /** Where an address sends this browser, which does not go there. */
    String redirectOf(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(staying, request(address).GET(), "");
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " without a redirect: " + answer.body()));
    }

    /** Sends a form as it is filled in, by its first button. */
    Document submit(FormElement form) throws IOException, InterruptedException {
        List<KeyVal> fields = new ArrayList<>(form.formData());
        String body = fields.stream()
                .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(form.absUrl("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return page(send(following, request, body));
    }

    /** Calls the API, or anything else, with exactly these headers; names and values take turns. */
    HttpResponse<String> call(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(staying, request, body);
    }

    /** The values of all cookies that it has had: ids of sessions among them. */
    Set<String> sessions() {
        return sessions;
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .header("User-Agent", AGENT)
                .header("X-Forwarded-For", FORWARDED_FOR)
                .header("Forwarded", "for=" + FORWARDED_FOR);
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder builder, String body)
            throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        note(request.method() + " " + request.uri() + " " + request.headers().map() + " from " + ADDRESS + "\n" + body);
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue).forEach(sessions::add);
        note("cookies " + cookies.getCookieStore().getCookies());
        return answer;
    }

    private void note(String line) throws IOException {
        Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        following.close();
        staying.close();
    }
}
