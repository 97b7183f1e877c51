package org.pledgetracker.notifier.subscription;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only the holder of this service's master key can do: read the addresses of reps, and tell links that it made from
 * others. Each purpose has a key of its own, derived from the master key.
 */
public final class NotifierKey {

    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MARK_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey marking;
    private final SecretKey linking;
    private final SecretKey feeding;

    /** @param masterKey base64 of 32 random bytes, the same that handles are made with */
    public NotifierKey(String masterKey) {
        SecretKey master = new SecretKeySpec(Base64.getDecoder().decode(masterKey.trim()), HMAC);
        sealing = new SecretKeySpec(hmac(master, "seal|v1"), "AES");
        marking = new SecretKeySpec(hmac(master, "mark|v1"), HMAC);
        linking = new SecretKeySpec(hmac(master, "link|v1"), HMAC);
        feeding = new SecretKeySpec(hmac(master, "feed|v1"), HMAC);
    }

    /** An address as it may be written down, for this rep alone: base64 of nonce and ciphertext. */
    public String seal(String rep, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, rep).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = ByteBuffer.allocate(nonce.length + body.length)
                    .put(nonce)
                    .put(body)
                    .array();
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The address again; empty if another key sealed it, for another rep, or it was tampered with. */
    public Optional<String> open(String rep, String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, rep)
                    .doFinal(bytes, NONCE_BYTES, Math.max(0, bytes.length - NONCE_BYTES));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The mark of an address: the same for the same address, and no hint at it without the key. */
    public String mark(String address) {
        return text(hmac(marking, address));
    }

    /** The mark of the token of a feed. */
    String feedMark(String token) {
        return text(hmac(feeding, token));
    }

    /** What proves that a link for this purpose came from here. */
    public String signature(String purpose, String subject) {
        return text(hmac(linking, purpose + "|" + subject));
    }

    /** Whether that is the signature of a link for this purpose. */
    public boolean isSignature(String purpose, String subject, String signature) {
        return MessageDigest.isEqual(
                signature(purpose, subject).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String rep) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(rep.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, MARK_BYTES));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
