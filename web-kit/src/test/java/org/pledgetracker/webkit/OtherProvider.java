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
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A provider that is not the bundled one: other endpoints, other claims. Whoever asks is signed in at once, as one member. */
final class OtherProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Object> member;
    private String client = "";
    private String nonce = "";

    private OtherProvider(HttpServer server, RSAKey key, Map<String, Object> member) {
        this.server = server;
        this.key = key;
        this.member = member;
    }

    /** Starts one whose tokens say this of its member. */
    static OtherProvider start(Map<String, Object> member) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RSAKey key = new RSAKeyGenerator(2048).keyID("other").generate();
            OtherProvider provider = new OtherProvider(server, key, member);
            server.createContext("/realms/bma/protocol/openid-connect/auth", provider::authorize);
            server.createContext("/realms/bma/protocol/openid-connect/token", provider::tokens);
            server.createContext(
                    "/realms/bma/protocol/openid-connect/certs",
                    exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/bma";
    }

    String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** An access token for this audience. */
    String accessToken(String audience) {
        return sign(claims().audience(audience).build());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        member.forEach(claims::claim);
        return claims;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        client = String.valueOf(asked.getFirst("client_id"));
        nonce = String.valueOf(asked.getFirst("nonce"));
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("Location", asked.getFirst("redirect_uri") + "?code=c&state=" + asked.getFirst("state"));
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void tokens(HttpExchange exchange) throws IOException {
        String idToken = sign(claims().audience(client).claim("nonce", nonce).build());
        answer(exchange, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}""".formatted(accessToken("account"), idToken));
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
