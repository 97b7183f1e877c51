package org.pledgetracker.signin.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.pledgetracker.signin.retrying.Retrying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;

/**
 * Tells the services that sessions have ended (OpenID Connect Back-Channel Logout 1.0). In the background, so that
 * nobody waits for a service that is away; after a few attempts it is given up, and the session there ends by its age.
 */
final class BackChannelLogout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);
    private static final String PATH = "/logout/connect/back-channel/sign-in";
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));
    private static final int SENDERS = 4;
    private static final int MOST_WAITING = 5_000;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final Retrying retrying = new Retrying(senders, PAUSES, MOST_WAITING);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final LogoutTokens tokens;
    private final UnaryOperator<String> addresses;

    /** @param addresses where each service is reached from here, by client id */
    BackChannelLogout(LogoutTokens tokens, UnaryOperator<String> addresses) {
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /** Says in the provider's metadata that it does so. */
    static void announce(OidcProviderConfiguration.Builder metadata) {
        metadata.claim("backchannel_logout_supported", true).claim("backchannel_logout_session_supported", true);
    }

    /** Tells each service that this session had signed in to. */
    void end(ProviderSessions.Ended ended) {
        for (String client : ended.clients()) {
            retrying.until(
                    () -> tell(client, ended),
                    () -> LOG.warn("{} was not told that a session ended: it ends there by its age", client));
        }
    }

    private boolean tell(String client, ProviderSessions.Ended ended) {
        String body = "logout_token=" + URLEncoder.encode(tokens.issue(client, ended), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.apply(client) + PATH))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
        http.shutdownNow();
    }
}
