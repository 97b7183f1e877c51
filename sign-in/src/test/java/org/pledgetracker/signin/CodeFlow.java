package org.pledgetracker.signin;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A service as a client of sign-in: starts signing in, and exchanges the code that comes back. */
public final class CodeFlow {

    /** The secret of this client in tests. */
    public static final String SECRET = "a secret of pledge-service in tests";

    private static final String REDIRECT = "http://localhost:8080/login/oauth2/code/sign-in";

    private final CodeVerifier verifier = new CodeVerifier();

    /** Where the service sends a browser. */
    public String start() {
        return startWithoutProof() + "&code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    }

    /** The same, forgetting PKCE. */
    public String startWithoutProof() {
        return "/oauth2/authorize?response_type=code&client_id=pledge-service&scope=openid&state=abc&nonce=xyz"
                + "&redirect_uri=" + REDIRECT;
    }

    /** The answer to the code in this redirect to the service. */
    public HttpResponse<String> exchange(String base, String redirect) {
        String code = UriComponentsBuilder.fromUri(URI.create(redirect))
                .build()
                .getQueryParams()
                .getFirst("code");
        if (!redirect.startsWith(REDIRECT) || code == null) {
            throw new AssertionError("no code in " + redirect);
        }
        String credentials = Base64.getEncoder()
                .encodeToString(("pledge-service:" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        return new Browser(base)
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                REDIRECT,
                                "code_verifier",
                                verifier.getValue()),
                        Map.of("Authorization", "Basic " + credentials));
    }
}
