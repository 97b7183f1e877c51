package org.pledgetracker.tally;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The settings of this service alone.
 *
 * @param replication how many brokers hold each record of this service's topics; −1 for the broker's default. Not a record
 *     of its own: the variable PLEDGE_TRACKER_KAFKA would be taken for it
 */
@ConfigurationProperties("pledge-tracker")
public record TallySettings(
        @Name("kafka.replication") @DefaultValue("1") int replication,
        @DefaultValue Tally tally) {

    /**
     * Which instance this is.
     *
     * @param instance its own number: one that comes back under it takes its partitions up again at once
     */
    public record Tally(@DefaultValue("1") String instance) {}
}
