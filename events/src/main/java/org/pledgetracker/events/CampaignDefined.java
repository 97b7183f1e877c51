package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The whole definition of a campaign.
 *
 * @param version counts up from 1 with every definition of the campaign
 * @param digest of the file or page that it came from: the same text is never published twice
 * @param keyFingerprint of the campaign's pseudonym key: with another key everyone would count twice
 * @param definedBy where it came from, for instance {@code file gp-action-2026.yaml}; never a GP
 */
public record CampaignDefined(
        String campaign,
        int version,
        String digest,
        String keyFingerprint,
        String definedBy,
        Instant definedAt,
        CampaignDefinition definition)
        implements Event {

    public static final String TYPE = "campaign.defined.v1";

    public CampaignDefined {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(keyFingerprint, "keyFingerprint");
        Objects.requireNonNull(definedBy, "definedBy");
        Objects.requireNonNull(definedAt, "definedAt");
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign;
    }
}
