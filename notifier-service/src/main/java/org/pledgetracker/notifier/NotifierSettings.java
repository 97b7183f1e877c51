package org.pledgetracker.notifier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this service alone.
 *
 * @param masterKey base64 of 32 random bytes, which the handles of reps are keyed with; there is no default
 */
@ConfigurationProperties("pledge-tracker")
public record NotifierSettings(
        @Nullable String masterKey, @DefaultValue Kafka kafka) {

    /**
     * How this service's topics are made.
     *
     * @param replication how many brokers hold each record; −1 for the broker's default
     */
    public record Kafka(@DefaultValue("1") int replication) {}

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "NotifierSettings[kafka=" + kafka + "]";
    }
}
