package org.pledgetracker.tally.counting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Under which campaign and which 16 bytes a card is remembered: the first half of the SHA-256 of its record key. */
record CardKey(String campaign, long high, long low) {

    /** Makes the keys of cards; most follow another of the same campaign. */
    static final class Maker {

        private final MessageDigest sha256 = sha256();
        private byte[] lastCampaign = {};
        private String campaign = "";

        CardKey of(byte[] key) {
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest(key));
            return new CardKey(campaign(key), digest.getLong(), digest.getLong());
        }

        private String campaign(byte[] key) {
            int end = 0;
            while (end < key.length && key[end] != '/') {
                end++;
            }
            if (!Arrays.equals(key, 0, end, lastCampaign, 0, lastCampaign.length)) {
                lastCampaign = Arrays.copyOf(key, end);
                campaign = new String(lastCampaign, StandardCharsets.UTF_8);
            }
            return campaign;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
