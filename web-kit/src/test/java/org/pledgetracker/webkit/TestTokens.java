package org.pledgetracker.webkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An issuer for tests: makes access tokens and serves the key they are checked with. Point a service at it with the
 * {@link #properties} or {@link #arguments} and send a token as {@code Authorization: Bearer}.
 */
public final class TestTokens implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreign;
    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();

    private TestTokens(HttpServer server, RSAKey key, RSAKey foreign) {
        this.server = server;
        this.key = key;
        this.foreign = foreign;
    }

    /** Starts an issuer on a free port of the loopback address. */
    public static TestTokens start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            RSAKey foreign = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, keys));
            TestTokens tokens = new TestTokens(server, key, foreign);
            server.createContext("/oauth2/token", tokens::exchange);
            server.start();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's name, the same for all: services that share a broker know the same members. */
    public String issuer() {
        return "http://sign-in.example";
    }

    /** What a service under test needs to trust these tokens, and to start. */
    public Map<String, Object> properties() {
        return Map.of(
                "pledge-tracker.sign-in.issuer",
                issuer(),
                "pledge-tracker.sign-in.internal-address",
                "http://localhost:" + server.getAddress().getPort(),
                "pledge-tracker.client.secret",
                "a secret for tests");
    }

    /** The {@link #properties} as command line arguments. */
    public String[] arguments() {
        return properties().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** A GP of this region and employment type. */
    public String gp(String subject, String region, String employmentType) {
        return token(
                Map.of("sub", subject, "roles", List.of("gp"), "region", region, "employment_type", employmentType));
    }

    /** A rep who looks after these regions. */
    public String rep(String... regions) {
        return token(Map.of(
                "sub", "rep-" + String.join("-", regions), "roles", List.of("rep"), "regions", List.of(regions)));
    }

    /** A GP who has left the roll. */
    public String leaver(String subject) {
        return token(Map.of("sub", subject, "roles", List.of("leaver")));
    }

    /** The organiser. */
    public String organiser() {
        return token(Map.of("sub", "organiser", "roles", List.of("organiser")));
    }

    /** A token with these claims over good ones: issuer, audience, ten minutes. */
    public String token(Map<String, Object> claims) {
        return sign(key, issuer(), claims);
    }

    private static String sign(RSAKey key, String issuer, Map<String, Object> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("pledge-tracker")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
        claims.forEach((name, value) -> body.claim(name, value instanceof Instant time ? Date.from(time) : value));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), body.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** A code for a browser to sign in with as somebody of these claims; once, to the service that asked with that nonce. */
    public String code(Map<String, Object> claims, String nonce) {
        String code = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(claims);
        all.put("nonce", nonce);
        codes.put(code, all);
        return code;
    }

    /** Tokens that no service may accept, each of somebody with all roles, by what is wrong with them. */
    public Map<String, String> unusable() {
        Map<String, Object> all =
                Map.of("sub", "anybody", "roles", List.of("gp", "rep", "organiser"), "regions", List.of("london"));
        Instant now = Instant.now();
        String[] good = token(all).split("\\.", -1);
        String[] weak = gp("somebody", "london", "partner").split("\\.", -1);
        Map<String, String> unusable = new LinkedHashMap<>();
        unusable.put("nonsense", "nonsense");
        unusable.put("expired", token(with(all, "exp", now.minusSeconds(120))));
        unusable.put("not yet valid", token(with(all, "nbf", now.plusSeconds(300))));
        unusable.put("of a foreign issuer", token(with(all, "iss", "http://elsewhere.example")));
        unusable.put("for another audience", token(with(all, "aud", List.of("pledge-service"))));
        unusable.put("signed with a foreign key", sign(foreign, issuer(), all));
        unusable.put("tampered", weak[0] + "." + good[1] + "." + weak[2]);
        unusable.put("unsigned", base64("{\"alg\":\"none\"}") + "." + good[1] + ".");
        return unusable;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    /** Answers a service that exchanges a code, as the token endpoint of a provider does. */
    private void exchange(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Object> claims = Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith("code="))
                .map(field -> codes.remove(field.substring("code=".length())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IOException("unknown code"));
        String basic = exchange.getRequestHeaders().getFirst("Authorization").replace("Basic ", "");
        String client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", -1)[0];
        String answer = """
            {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": 600, "scope": "openid"}\
            """.formatted(token(claims), token(with(claims, "aud", List.of(client))));
        answer(exchange, answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
