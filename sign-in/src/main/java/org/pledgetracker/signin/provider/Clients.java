package org.pledgetracker.signin.provider;

import java.time.Duration;
import java.util.List;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.webkit.Addresses;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The three services as clients: authorization code with PKCE, and nothing else. */
final class Clients {

    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final int SHORTEST_SECRET = 16;
    private static final List<String> SERVICES = List.of("pledge-service", "tally-service", "notifier-service");

    private Clients() {}

    /** @throws CannotStart if a service has no secret, or one that could be guessed */
    static List<RegisteredClient> of(SignInProperties properties, Addresses addresses) {
        return SERVICES.stream()
                .map(service -> client(service, addresses.of(service), secret(service, properties)))
                .toList();
    }

    private static RegisteredClient client(String service, String address, String secret) {
        return RegisteredClient.withId(service)
                .clientId(service)
                .clientSecret(ClientSecrets.hash(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + "/login/oauth2/code/sign-in")
                .postLogoutRedirectUri(address + "/")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .authorizationCodeTimeToLive(CODE_LIFETIME)
                        .build())
                .build();
    }

    private static String secret(String service, SignInProperties properties) {
        SignInProperties.Client client = properties.clients().get(service);
        String secret = client == null ? null : client.secret();
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new CannotStart(
                    "pledge-tracker.clients." + service + ".secret is not set, or shorter than " + SHORTEST_SECRET
                            + " characters.",
                    "Make one with bin/make-secrets, and give the same to " + service
                            + " as pledge-tracker.client.secret.");
        }
        return secret;
    }
}
