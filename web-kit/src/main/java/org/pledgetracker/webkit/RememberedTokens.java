package org.pledgetracker.webkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of a token once in a while, not at each of its requests: a good one is believed for a minute, or
 * until it expires. A bounded number is remembered; the longest unused gives way.
 */
final class RememberedTokens implements JwtDecoder {

    static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Remembered> byToken = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };
    private final JwtDecoder checked;
    private final Clock clock;

    RememberedTokens(JwtDecoder checked, Clock clock) {
        this.checked = checked;
        this.clock = clock;
    }

    private record Remembered(Jwt jwt, Instant until) {}

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        synchronized (byToken) {
            Remembered known = byToken.get(token);
            if (known != null && now.isBefore(known.until())) {
                return known.jwt();
            }
        }
        Jwt jwt = checked.decode(token);
        Instant until = now.plus(BELIEVED);
        Instant expires = jwt.getExpiresAt();
        synchronized (byToken) {
            byToken.put(token, new Remembered(jwt, expires != null && expires.isBefore(until) ? expires : until));
        }
        return jwt;
    }
}
