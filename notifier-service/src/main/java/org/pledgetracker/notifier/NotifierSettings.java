package org.pledgetracker.notifier;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The settings of this service alone.
 *
 * @param masterKey base64 of 32 random bytes, which the handles of reps are keyed with; there is no default
 * @param instance which instance this is: one that comes back under its name takes its partitions up again at once
 * @param retries how long to wait after each failed attempt to deliver; after the last of them there is no further one
 * @param deliveriesKept how long after it was delivered or given up a delivery is erased
 * @param mailFrom whom mail comes from
 * @param development whether this is demo mode: webhooks may also be called by plain HTTP and on this machine or network, for trying it out
 * @param replication how many brokers hold each record of this service's topics; −1 for the broker's default. Not a record
 *     of its own: the variable PLEDGE_TRACKER_KAFKA would be taken for it
 */
@ConfigurationProperties("pledge-tracker")
public record NotifierSettings(
        @Nullable String masterKey,
        @DefaultValue("1") String instance,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "2h", "5h", "10h", "14h"})
        List<Duration> retries,

        @DefaultValue("90d") Duration deliveriesKept,
        @DefaultValue("Pledge Tracker <alerts@localhost>") String mailFrom,
        @Name("demo") @DefaultValue("false") boolean development,
        @Name("kafka.replication") @DefaultValue("1") int replication) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "NotifierSettings[instance=" + instance + ", replication=" + replication + "]";
    }
}
