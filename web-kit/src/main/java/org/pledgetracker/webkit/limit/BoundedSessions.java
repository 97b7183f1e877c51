package org.pledgetracker.webkit.limit;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a bounded number of sessions; the oldest gives way. Anybody can start sessions without signing in, so those end
 * sooner, and give way first: nobody can push out those who have signed in.
 */
final class BoundedSessions implements HttpSessionListener, HttpSessionIdListener {

    private static final Duration VISIT = Duration.ofMinutes(20);

    private final Map<String, HttpSession> visitors = new LinkedHashMap<>();
    private final Map<String, HttpSession> members = new LinkedHashMap<>();
    private final int most;
    private final Duration signedIn;

    /** @param signedIn how long a session lasts without a call once somebody has signed in */
    BoundedSessions(int most, Duration signedIn) {
        this.most = most;
        this.signedIn = signedIn;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) VISIT.toSeconds());
        HttpSession oldest = add(session);
        if (oldest != null) {
            oldest.invalidate();
        }
    }

    /** Signing in gives a session a new id. */
    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String oldId) {
        HttpSession session = event.getSession();
        visitors.remove(oldId);
        members.remove(oldId);
        members.put(session.getId(), session);
        session.setMaxInactiveInterval((int) signedIn.toSeconds());
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        String id = event.getSession().getId();
        visitors.remove(id);
        members.remove(id);
    }

    /** How many there are. */
    synchronized int size() {
        return visitors.size() + members.size();
    }

    private synchronized @Nullable HttpSession add(HttpSession session) {
        visitors.put(session.getId(), session);
        if (size() <= most) {
            return null;
        }
        // The new one is a visitor's, so where only members are left it is the one that goes
        String oldest = visitors.keySet().iterator().next();
        return visitors.remove(oldest);
    }
}
