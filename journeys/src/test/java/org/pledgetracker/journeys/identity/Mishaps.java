package org.pledgetracker.journeys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** What goes wrong in a service, each time with what tells who the GP is where it might be repeated in a log. */
final class Mishaps {

    private final Deployment system;
    private final String service;
    private final Gp gp;

    Mishaps(Deployment system, String service, Gp gp) {
        this.system = system;
        this.service = service;
        this.gp = gp;
    }

    void provoke() throws Exception {
        String email = URLEncoder.encode(gp.entry().email(), StandardCharsets.UTF_8);
        String name = gp.entry().givenName() + "-" + gp.entry().familyName();
        String api = system.address(service) + "/api/campaigns/" + Gp.CAMPAIGN;
        for (HttpResponse<String> answer : List.of(
                gp.call(
                        "PUT",
                        api + "/my-pledges",
                        "{\"region\": \"" + gp.entry().email() + "\", "),
                gp.call(
                        "PUT",
                        api + "/my-pledges?email=" + email,
                        "[\"" + gp.entry().gmcNumber() + "\"]"),
                gp.call("PATCH", api + "/my-pledges", gp.entry().email()),
                gp.call("GET", system.address(service) + "/api/nowhere?email=" + email, ""),
                gp.call("GET", system.address(service) + "/api/campaigns/" + name + "/my-pledges", ""),
                gp.call("POST", api + "/my-pledges?" + name, gp.entry().email()),
                withToken(expired(), api),
                withToken(gp.token().substring(0, gp.token().length() - 9) + "AAAAAAAAA", api),
                withToken(gp.entry().email(), api),
                gp.browser().call("POST", system.address(service) + "/logout?email=" + email, "email=" + email),
                gp.browser().call("GET", system.address(service) + "/" + name + "/%2e%2e/?" + email, ""),
                gp.browser()
                        .call(
                                "GET",
                                system.address(service) + "/login/oauth2/code/sign-in?code=" + name + "&state=" + email,
                                ""))) {
            assertThat(answer.statusCode()).as(answer.uri().getPath()).isBetween(300, 499);
        }
        for (String request : whatNoLibraryWouldSend()) {
            assertThat(raw(request)).as(request).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 5");
        }
    }

    /** The server itself refuses most of these, before any of our code. */
    private List<String> whatNoLibraryWouldSend() {
        String email = gp.entry().email();
        String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        String body = "email=" + email + "%zz";
        return List.of(
                gp.entry().givenName() + "-" + gp.entry().familyName() + " /" + rest + "\r\n",
                "GET /?who={" + email + "}" + rest + "\r\n",
                "GET /" + rest + "X Who " + email + ": x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + email + "/\r\n\r\n",
                "GET /?email=" + email + "%zz" + rest + "\r\n",
                "GET /" + rest + "Cookie: who=\"" + email + ", x=(" + email + ")\r\n\r\n",
                "POST /logout" + rest + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private HttpResponse<String> withToken(String token, String api) throws IOException, InterruptedException {
        return gp.browser().call("GET", api + "/my-pledges", "", "Authorization", "Bearer " + token);
    }

    /** A token of this GP that is past its time; what it is signed with does not matter to what is logged of it. */
    private String expired() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048)
                .keyID(SignedJWT.parse(gp.token()).getHeader().getKeyID())
                .generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(system.address("sign-in"))
                        .audience("pledge-tracker")
                        .subject(gp.entry().subject())
                        .claim("email", gp.entry().email())
                        .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.port(service))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
