package org.pledgetracker.pledge.pledging;

import java.util.List;

/** What comes of a submission. */
public sealed interface Decision {

    /** The card that is declared. */
    record Declared(Card card) implements Decision {}

    /** At least one field is faulty; all faults are listed. */
    record Refused(List<FieldFault> faults) implements Decision {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** The campaign does not take pledges yet. */
    record NotOpen() implements Decision {}

    /** The campaign has closed: only withdrawing and erasing are possible. */
    record Closed() implements Decision {}
}
