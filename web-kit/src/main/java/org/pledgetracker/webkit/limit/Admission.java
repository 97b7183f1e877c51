package org.pledgetracker.webkit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on a bounded number of calls at once, and turns away what comes beyond: virtual threads would take on any number,
 * and then all would wait. Live streams last, so they have places of their own; probes are always let in.
 */
final class Admission extends OncePerRequestFilter {

    private static final String SOON = "1";
    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final Semaphore calls;
    private final Semaphore streams;

    Admission(int calls, int streams) {
        this.calls = new Semaphore(calls);
        this.streams = new Semaphore(streams);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore places = CallLimits.isStream(request) ? streams : calls;
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PROBES.contains(request.getRequestURI());
    }
}
