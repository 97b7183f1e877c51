package org.pledgetracker.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The one partitioner and partition count of all topics: everything about a campaign lies on one partition, so that its
 * cards, definition, tallies and crossings meet in one task.
 */
public final class Partitions {

    /** Fixed for ever: another count would scatter the campaigns. */
    public static final int COUNT = 8;

    private Partitions() {}

    /** The partition of a record key: of what stands before the first slash. */
    public static int of(String key) {
        int slash = key.indexOf('/');
        String owner = slash < 0 ? key : key.substring(0, slash);
        return Utils.toPositive(Utils.murmur2(owner.getBytes(StandardCharsets.UTF_8))) % COUNT;
    }
}
