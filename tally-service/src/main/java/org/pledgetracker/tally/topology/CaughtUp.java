package org.pledgetracker.tally.topology;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which partitions of this instance have counted everything that stood in the log when they began. */
public final class CaughtUp {

    private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();

    void add(int partition) {
        partitions.add(partition);
    }

    void forget(int partition) {
        partitions.remove(partition);
    }

    /** Whether all of these have. */
    public boolean includes(Set<Integer> wanted) {
        return partitions.containsAll(wanted);
    }
}
