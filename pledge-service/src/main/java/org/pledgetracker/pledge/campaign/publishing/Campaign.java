package org.pledgetracker.pledge.campaign.publishing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.pseudonym.CampaignKey;

/**
 * A campaign as it stands in the log.
 *
 * @param usableKey its pseudonym key; null if it was destroyed or does not match the definition
 * @param consents every text that GPs were ever asked to agree to, by its version
 */
public record Campaign(CampaignDefined defined, @Nullable CampaignKey usableKey, Map<String, String> consents) {

    public Campaign {
        consents = Map.copyOf(consents);
    }

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
