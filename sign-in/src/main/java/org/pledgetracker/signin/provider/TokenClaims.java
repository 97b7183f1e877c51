package org.pledgetracker.signin.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pledgetracker.signin.roll.Members;
import org.pledgetracker.signin.roll.RollMember;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Says in each token what the roll says of its member at that time. */
@Component
public final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The audience of access tokens: the APIs of all services. */
    public static final String AUDIENCE = "pledge-tracker";

    private final Members members;
    private final ProviderSessions sessions;

    TokenClaims(Members members, ProviderSessions sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        RollMember member = Optional.ofNullable(principal)
                .map(Authentication::getName)
                .flatMap(members::bySubject)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED));
        context.getClaims().claims(claims -> claims.putAll(member.claims()));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().expiresAt(Instant.now().plus(Clients.TOKEN_LIFETIME));
            SessionInformation session = context.get(SessionInformation.class);
            RegisteredClient client = context.getRegisteredClient();
            if (session != null && client != null) {
                sessions.signedIn(session.getSessionId(), member.subject(), client.getClientId());
            }
        }
    }
}
