package org.pledgetracker.webkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The OpenID Connect provider as a service knows it: by endpoints that are known or configured, not discovered, so that a
 * service starts while the provider is away.
 */
final class Provider {

    static final String REGISTRATION = "sign-in";

    private final WebKitProperties properties;

    Provider(WebKitProperties properties) {
        this.properties = properties;
    }

    /** @throws CannotStart if this service has no client secret */
    ClientRegistration registration() {
        String secret = properties.client().secret();
        if (secret == null || secret.isBlank()) {
            throw new CannotStart(
                    "pledge-tracker.client.secret is not set.",
                    "Give " + properties.service() + " the secret that it shares with sign-in.");
        }
        String issuer = properties.issuer();
        String internal = properties.internalSignIn();
        WebKitProperties.Endpoints named = properties.signIn().endpoints();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(or(properties.client().registeredAs(), properties.service()))
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(properties.ownAddress() + "/login/oauth2/code/" + REGISTRATION)
                .scope(properties.signIn().scopes())
                .issuerUri(issuer)
                .authorizationUri(or(named.authorization(), issuer + "/oauth2/authorize"))
                .tokenUri(or(named.token(), internal + "/oauth2/token"))
                .jwkSetUri(keys())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", or(named.endSession(), issuer + "/connect/logout")))
                .build();
    }

    /** Reads access tokens: signed by the issuer with RS256, for this audience, in their time. */
    JwtDecoder accessTokens() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(properties.issuer()),
                new JwtAudienceValidator(properties.signIn().audience())));
        return decoder;
    }

    private String keys() {
        return or(properties.signIn().endpoints().keys(), properties.internalSignIn() + "/oauth2/jwks");
    }

    private static String or(@Nullable String configured, String bundled) {
        return configured == null ? bundled : configured;
    }
}
