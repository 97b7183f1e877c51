package org.pledgetracker.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class RecentAuthorizationsTest {

    private static final RegisteredClient CLIENT = RegisteredClient.withId("pledge-service")
            .clientId("pledge-service")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost:8080/")
            .build();

    @Test
    void aBoundedNumberIsKeptAndTheOldestGivesWayWithItsTokens() {
        RecentAuthorizations recent = new RecentAuthorizations(2);
        recent.save(authorization("first"));
        recent.save(authorization("second"));
        recent.save(authorization("third"));
        assertThat(recent.findById("first")).isNull();
        assertThat(recent.findByToken("token of first", null)).isNull();
        assertThat(recent.findByToken("token of second", null)).isNotNull();
        assertThat(recent.findByToken("token of third", null)).isNotNull();
    }

    private static OAuth2Authorization authorization(String id) {
        Instant now = Instant.parse("2026-11-01T08:00:00Z");
        return OAuth2Authorization.withRegisteredClient(CLIENT)
                .id(id)
                .principalName("somebody")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .accessToken(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, "token of " + id, now, now.plusSeconds(60)))
                .build();
    }
}
