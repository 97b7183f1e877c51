package org.pledgetracker.events;

import java.util.Objects;

/**
 * One alert over one channel to one rep. It is told from any other by all of this.
 *
 * @param rep handle of the rep, keyed apart from pledgers
 * @param address keyed mark of the address, which tells nobody what it is
 */
public record Delivery(String campaign, String threshold, int crossing, String rep, Channel channel, String address) {

    public Delivery {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(rep, "rep");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(address, "address");
    }

    /** The key of all events of this delivery: the latest tells how it stands. */
    public String key() {
        return String.join("/", campaign, threshold, String.valueOf(crossing), rep, channel.wireName(), address);
    }
}
