package org.pledgetracker.notifier.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows reps by a handle that only the holder of the key can tell from a subject, keyed apart from pledgers. */
public final class RepHandle {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /**
     * @param masterKey base64 of 32 random bytes
     * @throws IllegalArgumentException if it is not that
     */
    public RepHandle(String masterKey) {
        byte[] bytes = Base64.getDecoder().decode(masterKey.trim());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The handle of the member with this subject at this issuer. */
    public String of(String issuer, String subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(("rep|" + issuer + "|" + subject).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
