package org.pledgetracker.signin.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.signin.roll.RollChange;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Ends the sessions of all services when a member signs out, wherever they do it. */
@Component
public final class SignOut implements LogoutHandler, AuthenticationSuccessHandler {

    private final OidcLogoutAuthenticationSuccessHandler atService = new OidcLogoutAuthenticationSuccessHandler();
    private final ProviderSessions sessions;
    private final BackChannelLogout services;

    SignOut(ProviderSessions sessions, BackChannelLogout services) {
        this.sessions = sessions;
        this.services = services;
    }

    /** By the button here. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            end(ProviderSessions.nameOf(session.getId()));
        }
    }

    /** By a service, which has shown its ID token: also where the session here has long ended by age. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        OidcLogoutAuthenticationToken logout = (OidcLogoutAuthenticationToken) authentication;
        if (logout.getIdToken() != null) {
            end(Objects.toString(logout.getIdToken().getClaimAsString("sid"), ""));
        }
        atService.onAuthenticationSuccess(request, response, authentication);
    }

    /** Of whom the roll says something else: what they are signed in as is no longer true. */
    @EventListener
    void follow(RollChange change) {
        Stream.concat(change.left().stream(), change.changed().stream())
                .flatMap(subject -> sessions.endAll(subject).stream())
                .forEach(services::end);
    }

    private void end(String session) {
        sessions.end(session).ifPresent(services::end);
    }
}
