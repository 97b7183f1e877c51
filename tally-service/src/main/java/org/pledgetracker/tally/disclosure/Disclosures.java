package org.pledgetracker.tally.disclosure;

import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.webkit.BrokerUnavailable;

/** Where looks at exact figures are recorded. */
@FunctionalInterface
public interface Disclosures {

    /**
     * Records a look.
     *
     * @throws BrokerUnavailable if it is not certain to be recorded: then nothing may be shown
     */
    void record(FiguresDisclosed disclosed) throws InterruptedException;
}
