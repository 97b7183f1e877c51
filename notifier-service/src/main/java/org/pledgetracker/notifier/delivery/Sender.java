package org.pledgetracker.notifier.delivery;

import java.util.List;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.ThresholdCrossed;

/** Sends alerts over one channel. */
public interface Sender {

    /**
     * One delivery and what it tells of.
     *
     * @param latest how the delivery stands
     */
    record Notice(DeliveryEvent latest, ThresholdCrossed crossing) {}

    /** The channel that this sends over. */
    Channel channel();

    /**
     * Sends, and waits for the other side to take it, for half a minute at most.
     *
     * @param rep handle of the rep
     * @param address as the rep gave it; it appears in no log line and no reason
     * @param notices at least one; several where the rep wants them together
     */
    Outcome send(String rep, String address, List<Notice> notices);
}
