package org.pledgetracker.pledge.campaign.publishing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.pseudonym.CampaignKey;

/**
 * A campaign as it stands in the log.
 *
 * @param usableKey its pseudonym key; null if it was destroyed or does not match the definition
 */
public record Campaign(CampaignDefined defined, @Nullable CampaignKey usableKey) {

    public String id() {
        return defined.campaign();
    }

    public CampaignDefinition definition() {
        return defined.definition();
    }

    public Optional<CampaignKey> key() {
        return Optional.ofNullable(usableKey);
    }
}
