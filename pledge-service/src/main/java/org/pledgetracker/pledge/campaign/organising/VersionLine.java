package org.pledgetracker.pledge.campaign.organising;

import java.util.List;
import org.pledgetracker.pledge.campaign.Change;
import org.pledgetracker.pledge.campaign.publishing.CampaignVersion;

/**
 * A version as the page shows it.
 *
 * @param own whether the reader made it
 * @param approvedBy empty in a draft that nobody has approved
 */
record VersionLine(
        int version,
        String when,
        String definedBy,
        boolean own,
        String state,
        String approvedBy,
        List<Change> changes) {

    static VersionLine of(CampaignVersion version, String own) {
        return new VersionLine(
                version.version(),
                CampaignOverview.when(version.definedAt()),
                version.definedBy(),
                version.definedBy().equals(own),
                version.state().wireName(),
                version.approvedBy() == null ? "" : version.approvedBy(),
                version.changes());
    }
}
