package org.pledgetracker.tally.counting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Under which campaign and which 16 bytes a card is remembered: the first half of the SHA-256 of its record key. */
record CardKey(String campaign, long high, long low) {

    static CardKey of(byte[] key) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(key));
        return new CardKey(campaign(key), digest.getLong(), digest.getLong());
    }

    private static String campaign(byte[] key) {
        int end = 0;
        while (end < key.length && key[end] != '/') {
            end++;
        }
        return new String(key, 0, end, StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
