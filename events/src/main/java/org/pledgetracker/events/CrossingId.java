package org.pledgetracker.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a crossing is known by outside the log: the same for ever, wherever it is worked out, so that nothing has to carry it
 * along.
 */
public final class CrossingId {

    private static final int BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private final byte[] digest;

    private CrossingId(byte[] digest) {
        this.digest = digest;
    }

    /** The id of a crossing of this threshold. */
    public static CrossingId of(String campaign, String threshold, int crossing) {
        // no id of ours holds a slash
        String name = campaign + "/" + threshold + "/" + crossing;
        return new CrossingId(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The id of its alert: 22 characters that are fit for an address. */
    public String alert() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    /** The id of its trace: the bytes of the alert's id, in hexadecimal. */
    public String trace() {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** The id of the span that all others of its trace are under; nobody ever makes it. */
    public String rootSpan() {
        return HexFormat.of().formatHex(digest, BYTES, BYTES + SPAN_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
