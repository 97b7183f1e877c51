package org.pledgetracker.webkit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once if they say so, else as soon as they turn out to be. */
final class BodyLimit extends OncePerRequestFilter {

    private final long most;

    BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > most) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (length < 0) {
            chain.doFilter(counted(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private HttpServletRequest counted(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() throws IOException {
                return new BoundedStream(super.getInputStream(), most);
            }
        };
    }
}
