package org.pledgetracker.notifier.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The id of an alert: the same for a crossing for ever, and fit for an address. */
public final class AlertId {

    private static final int BYTES = 16;

    private AlertId() {}

    /** The id of the alert for this crossing. */
    public static String of(String campaign, String threshold, int crossing) {
        // no id of ours holds a slash
        String name = campaign + "/" + threshold + "/" + crossing;
        byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
