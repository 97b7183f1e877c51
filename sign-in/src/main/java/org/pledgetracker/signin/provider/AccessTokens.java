package org.pledgetracker.signin.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes access tokens without a browser, for demo mode's scripts. */
@Component
public final class AccessTokens {

    /** How long a token is good for. */
    public static final Duration LIFETIME = Clients.TOKEN_LIFETIME;

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, WebKitProperties web, Clock clock) {
        this.encoder = encoder;
        this.issuer = web.issuer();
        this.clock = clock;
    }

    /** An access token of this member, like those that browsers sign in with. */
    public String issue(RollMember member) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(member.subject())
                .audience(List.of(TokenClaims.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFETIME))
                .claims(all -> all.putAll(member.claims()))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
