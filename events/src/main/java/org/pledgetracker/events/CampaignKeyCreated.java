package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The campaign's pseudonym key, wrapped by the master key.
 *
 * @param wrappedKey base64 of nonce and AES-GCM ciphertext
 * @param fingerprint base64url of a digest of the key, repeated in the campaign's definition
 * @param membersKnownBy what it makes pledgers of: the issuer and the name of the claim that tell one member from all
 *     others; null in keys from before this was recorded
 */
public record CampaignKeyCreated(
        String campaign,
        String wrappedKey,
        String fingerprint,
        Instant createdAt,
        @Nullable String membersKnownBy) implements Event {

    public static final String TYPE = "campaign-key.created.v1";

    public CampaignKeyCreated {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(wrappedKey, "wrappedKey");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(createdAt, "createdAt");
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
