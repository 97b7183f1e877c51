package org.pledgetracker.pledge.campaign.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.Change;
import org.pledgetracker.pledge.campaign.Changes;

/**
 * One definition of a campaign among all that there were.
 *
 * @param definedBy where it came from, or the handle of the organiser whose it was
 * @param state what it said
 * @param approvedBy who approved its text; null in a draft
 * @param changes what it changed; empty in the first one that the log holds
 */
public record CampaignVersion(
        int version,
        Instant definedAt,
        String definedBy,
        CampaignState state,
        @Nullable String approvedBy,
        List<Change> changes) {

    public CampaignVersion {
        changes = List.copyOf(changes);
    }

    static CampaignVersion of(@Nullable CampaignDefined before, CampaignDefined defined) {
        return new CampaignVersion(
                defined.version(),
                defined.definedAt(),
                defined.definedBy(),
                defined.definition().state(),
                defined.definition().approvedBy(),
                before == null ? List.of() : Changes.between(before.definition(), defined.definition()));
    }
}
