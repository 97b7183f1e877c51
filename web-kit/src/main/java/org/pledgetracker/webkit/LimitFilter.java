package org.pledgetracker.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.webkit.limit.CallLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks whoever calls too often to wait. It stands where it is known who calls, and before anything is done for them. */
public final class LimitFilter extends OncePerRequestFilter {

    private static final String SIGN_IN = "/sign-in";
    private static final Duration STREAMS_WAIT = Duration.ofMinutes(1);

    private final CallLimits limits;
    private final boolean demo;

    /** @param demo whether this is demo mode, in which signing in takes one click and nobody is mailed */
    public LimitFilter(CallLimits limits, boolean demo) {
        this.limits = limits;
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = wait(request);
        if (wait.isPresent()) {
            refuse(response, wait.get());
        } else if (CallLimits.isStream(request) && isSomebody(caller())) {
            follow(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String subject = name(caller());
        if (!limits.openStream(subject)) {
            refuse(response, STREAMS_WAIT);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            limits.closeStream(subject);
        }
    }

    private Optional<Duration> wait(HttpServletRequest request) {
        if (!demo && isSigningIn(request)) {
            String email = request.getParameter("email");
            return limits.ofSigningIn(request, email == null ? "" : email);
        }
        Authentication caller = caller();
        return isSomebody(caller) ? limits.ofMember(name(caller), request) : limits.ofStranger(request);
    }

    private static @Nullable Authentication caller() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private static boolean isSomebody(@Nullable Authentication caller) {
        return caller != null && !(caller instanceof AnonymousAuthenticationToken);
    }

    private static String name(@Nullable Authentication caller) {
        return caller == null ? "" : caller.getName();
    }

    /** Asking for a link or a code, and using one, however the pages for it are named. */
    private static boolean isSigningIn(HttpServletRequest request) {
        String path = request.getRequestURI();
        return HttpMethod.POST.matches(request.getMethod()) && (path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/"));
    }

    static void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
