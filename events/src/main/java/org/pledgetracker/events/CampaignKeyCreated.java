package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The campaign's pseudonym key, wrapped by the master key.
 *
 * @param wrappedKey base64 of nonce and AES-GCM ciphertext
 * @param fingerprint base64url of a digest of the key, repeated in the campaign's definition
 */
public record CampaignKeyCreated(String campaign, String wrappedKey, String fingerprint, Instant createdAt)
        implements Event {

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
