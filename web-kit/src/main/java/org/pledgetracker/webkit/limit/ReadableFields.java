package org.pledgetracker.webkit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms and queries whose fields cannot be read. Otherwise whoever asks for a field first would fail, which counts as
 * an error of ours, and log what a caller sent.
 */
final class ReadableFields extends OncePerRequestFilter {

    private static final String UNREADABLE = ReadableFields.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(UNREADABLE) != null) {
            chain.doFilter(new WithoutFields(request), response);
            return;
        }
        try {
            request.getParameterMap();
        } catch (IllegalStateException e) {
            request.setAttribute(UNREADABLE, true);
            response.sendError(status(e).value());
            return;
        }
        chain.doFilter(request, response);
    }

    /** Tomcat takes it for a fault of the server that a body does not come in the parts that it announces. */
    private static HttpStatus status(IllegalStateException e) {
        HttpStatus told =
                e instanceof InvalidParameterException known ? HttpStatus.resolve(known.getErrorCode()) : null;
        return told != null && told.is4xxClientError() ? told : HttpStatus.BAD_REQUEST;
    }

    /** The page that tells of it may ask for fields too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class WithoutFields extends HttpServletRequestWrapper {

        private WithoutFields(HttpServletRequest request) {
            super(request);
        }

        /** Else Spring would read its parts. */
        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
