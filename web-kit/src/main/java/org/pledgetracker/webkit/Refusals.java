package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.pledgetracker.webkit.limit.CallLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what the security filters refuse. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final PlainWords OUT_OF_DATE = new PlainWords(
            "out-of-date",
            "This page is out of date",
            "Nothing was changed. Go back, load the page again, and then send the form once more.");

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final HandlerExceptionResolver problems;
    private final CallLimits limits;

    /** @param problems what writes problem details */
    Refusals(HandlerExceptionResolver problems, CallLimits limits) {
        this.problems = problems;
        this.limits = limits;
    }

    /** No credentials, or unusable ones, at the API. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        // Whoever shows nothing has been counted by now, but a token that is not accepted stops before that
        boolean hasToken = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        Optional<Duration> wait = hasToken ? limits.ofStranger(request) : Optional.empty();
        if (wait.isPresent()) {
            LimitFilter.refuse(response, wait.get());
            return;
        }
        try {
            challenge.commence(request, response, e);
        } catch (jakarta.servlet.ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
        answer(request, response, notSignedIn());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean csrf = e instanceof CsrfException;
        if (!Answer.isForApi(request)) {
            if (csrf) {
                request.setAttribute(ErrorPages.WORDS, OUT_OF_DATE);
            }
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (csrf && nobodyIsSignedIn()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answer(request, response, notSignedIn());
        } else if (csrf) {
            answer(
                    request,
                    response,
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "csrf",
                            "The request does not come from our own pages",
                            "With a session, send the page's token in the header X-CSRF-TOKEN; or use a bearer"
                                    + " token."));
        } else {
            answer(
                    request,
                    response,
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "Your role does not include this",
                            "Use an account with the role that this call needs."));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem);
    }

    private static Problem notSignedIn() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "You are not signed in",
                "Send a valid bearer token, or sign in with a browser first.");
    }

    private static boolean nobodyIsSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }
}
