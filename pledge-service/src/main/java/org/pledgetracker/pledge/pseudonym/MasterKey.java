package org.pledgetracker.pledge.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The configured key that wraps the keys of campaigns (AES-256-GCM, bound to the campaign's id). */
public final class MasterKey {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private MasterKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The key as it is configured.
     *
     * @throws IllegalArgumentException if it is missing or not 32 bytes in base64
     */
    public static MasterKey of(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalArgumentException("pledge-tracker.master-key is missing");
        }
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("pledge-tracker.master-key is not 32 bytes in base64");
        }
        return new MasterKey(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // says nothing of the value
            return new byte[0];
        }
    }

    /** The handles that organisers go by under this key. */
    public OrganiserHandles organiserHandles() {
        return new OrganiserHandles(key.getEncoded());
    }

    /** The campaign's key as it may be written down: base64 of nonce and ciphertext. */
    public String wrap(CampaignKey campaignKey, String campaign) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, campaign).doFinal(campaignKey.bytes());
            byte[] wrapped = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, wrapped, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * The campaign's key from what was written down.
     *
     * @throws WrongMasterKey if it was wrapped by another master key, for another campaign, or was tampered with
     */
    public CampaignKey unwrap(String wrappedKey, String campaign) {
        try {
            byte[] wrapped = Base64.getDecoder().decode(wrappedKey);
            if (wrapped.length <= NONCE_BYTES) {
                throw new WrongMasterKey(campaign, null);
            }
            byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
            return new CampaignKey(cipher(Cipher.DECRYPT_MODE, nonce, campaign)
                    .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new WrongMasterKey(campaign, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String campaign) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(campaign.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The campaign's key cannot be unwrapped. */
    public static final class WrongMasterKey extends RuntimeException {

        WrongMasterKey(String campaign, @Nullable Throwable cause) {
            super(
                    "The key of campaign '" + campaign
                            + "' cannot be unwrapped: pledge-tracker.master-key is not the one"
                            + " that it was wrapped with. Configure that one: with another every GP would count twice",
                    cause);
        }
    }
}
