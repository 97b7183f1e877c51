package org.pledgetracker.pledge.campaign.publishing;

import java.util.List;
import org.pledgetracker.pledge.campaign.CampaignReading;
import org.pledgetracker.pledge.campaign.Fault;

/**
 * A campaign file and what came of reading it.
 *
 * @param campaign its id: the file's name without its ending
 */
record CampaignFile(String campaign, String name, CampaignReading reading) {

    List<Fault> faults() {
        return switch (reading) {
            case CampaignReading.Faulty faulty -> faulty.faults();
            case CampaignReading.Read _ -> List.of();
        };
    }
}
