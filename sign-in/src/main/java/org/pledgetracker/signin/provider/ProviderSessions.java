package org.pledgetracker.signin.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which services each session of sign-in has signed in to, so that they can be told when it ends. A session is known
 * here by what ID tokens call it ({@code sid}), and beyond its own end by age, for the services' sessions may live
 * longer. A bounded number; the oldest gives way.
 */
final class ProviderSessions {

    private final Map<String, Ended> bySession = new LinkedHashMap<>();
    private final int most;

    ProviderSessions(int most) {
        this.most = most;
    }

    /**
     * A session that has ended.
     *
     * @param session its id, as ID tokens have it
     * @param subject whose it was
     * @param clients the services that it had signed in to
     */
    record Ended(String session, String subject, Set<String> clients) {

        Ended {
            clients = Set.copyOf(clients);
        }
    }

    /** Remembers that a service was given an ID token of this session. */
    synchronized void signedIn(String session, String subject, String client) {
        Ended before = bySession.remove(session);
        Set<String> clients = new LinkedHashSet<>(before == null ? Set.of() : before.clients());
        clients.add(client);
        bySession.put(session, new Ended(session, subject, clients));
        if (bySession.size() > most) {
            Iterator<String> oldest = bySession.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets this session, and tells whom to tell: once. */
    synchronized Optional<Ended> end(String session) {
        return Optional.ofNullable(bySession.remove(session));
    }

    /** Forgets all sessions of this member. */
    synchronized List<Ended> endAll(String subject) {
        List<Ended> ended = bySession.values().stream()
                .filter(session -> session.subject().equals(subject))
                .toList();
        ended.forEach(session -> bySession.remove(session.session()));
        return ended;
    }

    /** What ID tokens call the session with this cookie: Spring Authorization Server makes the same of it. */
    static String nameOf(String sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
