package org.pledgetracker.pledge;

import org.pledgetracker.events.Topic;

/** How many records were ever written to a topic. */
public final class LogEnds {

    private LogEnds() {}

    public static long of(Topic<?> topic) {
        return org.pledgetracker.events.LogEnds.of(topic);
    }
}
