package org.pledgetracker.pledge.campaign.publishing;

import java.util.List;
import org.pledgetracker.pledge.campaign.Change;
import org.pledgetracker.pledge.campaign.Fault;

/** What came, or would come, of an organiser's text. */
public sealed interface Defining {

    /**
     * It may be published.
     *
     * @param changes what it changes of the definition that stands; empty where there is none, and where nothing changes
     */
    record Acceptable(List<Change> changes) implements Defining {

        public Acceptable {
            changes = List.copyOf(changes);
        }
    }

    /** It stands now. A text that changes nothing makes no new version. */
    record Defined(Campaign campaign) implements Defining {}

    /** It is refused as a whole. */
    record Faulty(List<Fault> faults) implements Defining {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * It was made from a version that no longer stands.
     *
     * @param version the one that stands; 0 for none
     */
    record Stale(int version) implements Defining {}
}
