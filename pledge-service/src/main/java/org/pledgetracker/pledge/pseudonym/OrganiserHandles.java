package org.pledgetracker.pledge.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows organisers by a handle that only the holder of the master key can tell from a subject. Its key is made of the master
 * key for this alone, so a handle says nothing of the pledger that the same member may be.
 */
public final class OrganiserHandles {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final byte[] key;

    OrganiserHandles(byte[] masterKey) {
        this.key = mac(masterKey, "pledge-tracker organiser handles");
    }

    /** The handle of the member with this subject at this issuer. */
    public String of(String issuer, String subject) {
        byte[] digest = mac(key, issuer + "|" + subject);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
