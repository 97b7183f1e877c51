package org.pledgetracker.pledge.campaign;

import java.util.List;
import org.pledgetracker.events.CampaignDefinition;

/** What came of reading a campaign file: a definition, or everything that is wrong with it. */
public sealed interface CampaignReading {

    /**
     * A valid definition.
     *
     * @param digest of all the text that it came from
     */
    record Read(CampaignDefinition definition, String digest) implements CampaignReading {}

    /** A file that is refused as a whole. */
    record Faulty(List<Fault> faults) implements CampaignReading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
