package org.pledgetracker.signin.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Links that each sign one member in once, within 15 minutes. Only a hash of each is held, in memory; a restart voids
 * them. At most three are open per member, so that nobody's mailbox can be flooded, and a bounded number in all.
 */
final class OneTimeLinks {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int MOST_PER_MEMBER = 3;
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Link> byHash = new LinkedHashMap<>();
    private final int most;

    /** @param most how many are open at once, over all members; the oldest gives way */
    OneTimeLinks(int most) {
        this.most = most;
    }

    private record Link(String subject, Instant expires) {}

    /** A new token for this member; none while three of theirs are open. */
    synchronized Optional<String> issue(String subject, Instant now) {
        byHash.values().removeIf(link -> !now.isBefore(link.expires()));
        long open = byHash.values().stream()
                .filter(link -> link.subject().equals(subject))
                .count();
        if (open >= MOST_PER_MEMBER) {
            return Optional.empty();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byHash.put(hash(token), new Link(subject, now.plus(LIFETIME)));
        Iterator<String> oldest = byHash.keySet().iterator();
        while (byHash.size() > most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return Optional.of(token);
    }

    /** Whether this token could be used now; looking uses nothing up. */
    synchronized boolean isOpen(String token, Instant now) {
        Link link = byHash.get(hash(token));
        return link != null && now.isBefore(link.expires());
    }

    /** The subject whom this token signs in, once. */
    Optional<String> use(String token, Instant now) {
        return useHashed(hash(token), now);
    }

    /** The subject whom the token with this hash signs in, once. */
    synchronized Optional<String> useHashed(String hash, Instant now) {
        Link link = byHash.remove(hash);
        return Optional.ofNullable(link).filter(l -> now.isBefore(l.expires())).map(Link::subject);
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
