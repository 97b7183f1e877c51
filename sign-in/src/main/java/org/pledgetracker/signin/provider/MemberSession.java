package org.pledgetracker.signin.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Starts the session of a member in the browser that has shown who they are. */
@Component
public final class MemberSession {

    private final SessionAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();
    private final SecurityContextRepository contexts;
    private final RequestCache requests;
    private final SignOut signOut;
    private final String start;

    MemberSession(SecurityContextRepository contexts, RequestCache requests, SignOut signOut, WebKitProperties web) {
        this.signOut = signOut;
        this.contexts = contexts;
        this.requests = requests;
        this.start = web.addresses().pledge() + "/";
    }

    /** Signs this member in, and tells where to go on: where this browser came from, or the campaigns. */
    public String start(RollMember member, HttpServletRequest request, HttpServletResponse response) {
        endOther(member, request, response);
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                member.subject(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY)));
        newSessionId.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        SavedRequest from = requests.getRequest(request, response);
        return from == null ? start : from.getRedirectUrl();
    }

    /** Whoever else was signed in with this browser is signed out of the services too. */
    private void endOther(RollMember member, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && !member.subject().equals(before.getName())) {
            signOut.logout(request, response, before);
        }
    }
}
