package org.pledgetracker.pledge.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The random key of one campaign: it makes pledgers of GPs, and nobody without it can tell who they are. */
public final class CampaignKey {

    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;

    CampaignKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a campaign's key has 32 bytes");
        }
        this.key = key.clone();
    }

    /** A new key. */
    public static CampaignKey random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new CampaignKey(key);
    }

    /** Stands in the campaign's definition, so that another key is noticed. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("pledge-tracker campaign key".getBytes(StandardCharsets.UTF_8));
            byte[] print = Arrays.copyOf(digest.digest(key), FINGERPRINT_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The pseudonym of a GP in this campaign: the first 16 bytes of HMAC-SHA-256 over the member key.
     *
     * @param issuer of the GP's identity
     * @param subject who the GP is for that issuer
     */
    public Pledger pledger(String issuer, String subject) {
        ByteBuffer mac = mac(issuer + "|" + subject);
        return new Pledger(mac.getLong(), mac.getLong());
    }

    /** An opaque mark of one version of a pledger's card: its offset itself would show how many others pledged meanwhile. */
    public String mark(Pledger pledger, long offset) {
        byte[] mark =
                Arrays.copyOf(mac("version|" + pledger.name() + "|" + offset).array(), 12);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    byte[] bytes() {
        return key.clone();
    }

    private ByteBuffer mac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
