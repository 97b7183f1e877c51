package org.pledgetracker.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps demo mode, where anybody can sign in as anybody, on this machine: it binds loopback only, and answers no
 * foreign {@code Host}, so that no web page elsewhere can reach it by a name of its own.
 */
final class DemoGuard extends OncePerRequestFilter {

    private final Set<String> hosts;

    /** @throws CannotStart if the server is to listen on anything but a loopback address */
    DemoGuard(Addresses addresses, @Nullable InetAddress bound) {
        if (bound == null || !bound.isLoopbackAddress()) {
            throw new CannotStart(
                    "Demo mode lets anybody sign in as anybody, and server.address is not a loopback address.",
                    "Set server.address to 127.0.0.1, or turn pledge-tracker.demo off.");
        }
        hosts = Stream.concat(
                        Stream.of("localhost", "127.0.0.1", "[::1]"),
                        addresses.all().stream()
                                .map(address -> URI.create(address).getHost()))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }
}
