package org.pledgetracker.pledge.deadletter;

import org.pledgetracker.events.PledgesDeclared;

/** Whether a repaired card may be sent back. */
public sealed interface Verdict {

    /** It may. */
    record MaySendBack(PledgesDeclared card) implements Verdict {}

    /** It may not. */
    record Refused(String why) implements Verdict {}
}
