package org.pledgetracker.tally;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of this service alone. */
@ConfigurationProperties("pledge-tracker")
public record TallySettings(
        @DefaultValue Kafka kafka, @DefaultValue Tally tally) {

    /**
     * How this service's topics are made.
     *
     * @param replication how many brokers hold each record; −1 for the broker's default
     */
    public record Kafka(@DefaultValue("1") int replication) {}

    /**
     * Which instance this is.
     *
     * @param instance its own number: one that comes back under it takes its partitions up again at once
     */
    public record Tally(@DefaultValue("1") String instance) {}
}
