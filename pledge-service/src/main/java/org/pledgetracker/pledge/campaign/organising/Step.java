package org.pledgetracker.pledge.campaign.organising;

import java.time.Instant;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.DefinitionText;

/** What an organiser does with a whole campaign by a button. */
enum Step {
    OPEN,
    CLOSE,
    PUBLISH;

    boolean isPossible(CampaignDefinition definition, Instant now) {
        CampaignState state = definition.stateAt(now);
        return switch (this) {
            case OPEN -> definition.state() == CampaignState.DRAFT && state != CampaignState.CLOSED;
            case CLOSE -> definition.state() == CampaignState.OPEN && state != CampaignState.CLOSED;
            // whether a threshold has published it already is not known here; then saying so again changes nothing
            case PUBLISH -> state == CampaignState.OPEN && !definition.isPublishedAt(now, threshold -> false);
        };
    }

    /** The definition after it. */
    String textAfter(CampaignDefinition definition, String approvedBy, Instant now) {
        return switch (this) {
            case OPEN -> DefinitionText.opened(definition, approvedBy);
            case CLOSE -> DefinitionText.closed(definition);
            case PUBLISH -> DefinitionText.published(definition, now);
        };
    }
}
