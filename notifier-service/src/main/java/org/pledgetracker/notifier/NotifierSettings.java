package org.pledgetracker.notifier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The settings of this service alone.
 *
 * @param masterKey base64 of 32 random bytes, which the handles of reps are keyed with; there is no default
 * @param replication how many brokers hold each record of this service's topics; −1 for the broker's default. Not a record
 *     of its own: the variable PLEDGE_TRACKER_KAFKA would be taken for it
 */
@ConfigurationProperties("pledge-tracker")
public record NotifierSettings(
        @Nullable String masterKey,
        @Name("kafka.replication") @DefaultValue("1") int replication) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "NotifierSettings[replication=" + replication + "]";
    }
}
