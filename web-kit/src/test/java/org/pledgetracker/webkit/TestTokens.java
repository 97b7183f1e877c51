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
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * An issuer for tests: makes access tokens and serves the key they are checked with. Point a service at it with the
 * {@link #properties} or {@link #arguments} and send a token as {@code Authorization: Bearer}.
 */
public final class TestTokens implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;

    private TestTokens(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** Starts an issuer on a free port of the loopback address. */
    public static TestTokens start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, keys));
            server.start();
            return new TestTokens(server, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's address. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a service under test needs to trust these tokens, and to start. */
    public Map<String, Object> properties() {
        return Map.of("pledge-tracker.sign-in.issuer", issuer(), "pledge-tracker.client.secret", "a secret for tests");
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
        Instant now = Instant.now();
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issuer(issuer())
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
