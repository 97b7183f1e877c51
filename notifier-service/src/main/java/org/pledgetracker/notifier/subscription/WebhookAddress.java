package org.pledgetracker.notifier.subscription;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook and the secrets that its calls are signed with, as Standard Webhooks writes them.
 *
 * @param previousSecret the one before, which also signs until {@code previousUntil}, so that a receiver can change over;
 *     null if there is none
 */
public record WebhookAddress(
        String url,
        String secret,
        @Nullable String previousSecret,
        @Nullable Instant previousUntil) {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** This address with a fresh secret. */
    public static WebhookAddress fresh(String url) {
        return new WebhookAddress(url, newSecret(), null, null);
    }

    /** This address with another secret; the one before signs too until then. */
    public WebhookAddress rotated(Instant previousUntil) {
        return new WebhookAddress(url, newSecret(), secret, previousUntil);
    }

    /** The secrets that a call at this moment is signed with. */
    public List<String> secretsAt(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "WebhookAddress";
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
