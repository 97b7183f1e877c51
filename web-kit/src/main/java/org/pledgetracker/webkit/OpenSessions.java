package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends the sessions of this service that a logout token of the provider names. It holds the sessions themselves: Spring
 * Security's own way is a request to this service in each session's name, which needs an address that reaches this very
 * instance. It holds no more of them than the server does.
 */
final class OpenSessions implements HttpSessionListener, HttpSessionIdListener, LogoutHandler {

    private final Map<String, HttpSession> byId = new ConcurrentHashMap<>();
    private final OidcSessionRegistry signedIn;

    /** @param signedIn which session was signed in by which session of the provider */
    OpenSessions(OidcSessionRegistry signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            // Whoever sends a token again finds none
            signedIn.removeSessionInformation(token).forEach(this::end);
        }
    }

    private void end(SessionInformation known) {
        HttpSession session = byId.remove(known.getSessionId());
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // It has just ended by itself
            }
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        byId.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        byId.remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        byId.remove(oldId);
        byId.put(event.getSession().getId(), event.getSession());
    }
}
