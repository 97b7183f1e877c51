package org.pledgetracker.pledge.pledging.recording;

import java.time.Duration;
import java.util.List;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.FieldFault;

/** What came of a submission. */
public sealed interface Recording {

    /**
     * The card is in the log.
     *
     * @param mark of this version of the card
     */
    record Recorded(Card card, String mark) implements Recording {}

    /** Nothing was recorded: the submission has faults. */
    record Refused(List<FieldFault> faults) implements Recording {}

    /** Nothing was recorded: the campaign does not take pledges yet. */
    record NotOpen() implements Recording {}

    /** Nothing was recorded: the campaign takes withdrawals and erasure only. */
    record Closed() implements Recording {}

    /**
     * Nothing was recorded: the region or employment type was changed too often today.
     *
     * @param tryAgainIn how long until it may be changed again
     */
    record TooManyChanges(Duration tryAgainIn) implements Recording {}

    /** Nothing was recorded: the card has changed since the version that the submission was made for. */
    record Stale() implements Recording {}
}
