package org.pledgetracker.webkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The broker did not confirm in time. What was sent may have been recorded all the same: never claim either. */
public final class BrokerUnavailable extends RuntimeException {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * An answer that did not come.
     *
     * @param cause what the broker's client said, if anything
     */
    public BrokerUnavailable(@Nullable Throwable cause) {
        super("the broker did not confirm in time", cause);
    }

    Problem problem() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "broker-unavailable",
                        "We could not confirm that",
                        "The service cannot reach its records just now. If you sent something, it may have been "
                                + "recorded: look again in a few seconds before you send it once more.")
                .retryAfter(RETRY_AFTER);
    }
}
