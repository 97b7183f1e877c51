package org.pledgetracker.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole definition of a campaign.
 *
 * @param version counts up from 1 with every definition of the campaign
 * @param digest of the text that it came from: a file with the same text is never published again
 * @param keyFingerprint of the campaign's pseudonym key: with another key everyone would count twice
 * @param definedBy where it came from: {@code file gp-action-2026.yaml}, or {@code organiser} and a handle; never a name
 * @param closedAt when the campaign closed, repeated in every later definition; null where it was not closed yet
 */
public record CampaignDefined(
        String campaign,
        int version,
        String digest,
        String keyFingerprint,
        String definedBy,
        Instant definedAt,
        CampaignDefinition definition,
        @Nullable Instant closedAt)
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

    /** The definition of a campaign that has not closed. */
    public CampaignDefined(
            String campaign,
            int version,
            String digest,
            String keyFingerprint,
            String definedBy,
            Instant definedAt,
            CampaignDefinition definition) {
        this(campaign, version, digest, keyFingerprint, definedBy, definedAt, definition, null);
    }

    /** When it closes or closed: at its date, or before if the organiser closed it. */
    public Instant closing() {
        if (closedAt != null) {
            return closedAt;
        }
        boolean closedBefore = definition.state() == CampaignState.CLOSED && definedAt.isBefore(definition.closesAt());
        return closedBefore ? definedAt : definition.closesAt();
    }

    /** When all its cards are erased and its key is destroyed: what remains are tallies. */
    public Instant eraseAt() {
        return closing().plus(Duration.ofDays(definition.eraseAfterDays()));
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
