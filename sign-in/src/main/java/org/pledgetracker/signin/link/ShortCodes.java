package org.pledgetracker.signin.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short codes, each in place of one link, for the browser that asked for it alone. Everybody who asks is given one,
 * whoever is on the roll; it is worth something once a link was mailed with it. Five tries void it. Only hashes are
 * held, salted with what only the browser that asked can name; a bounded number, the oldest gives way.
 */
final class ShortCodes {

    static final int MOST_TRIES = 5;
    /** No vowels, so that no word comes out, and nothing that looks like another. */
    private static final String CHARACTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private static final int LENGTH = 8;
    private static final int ASKER_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> byAsker = new LinkedHashMap<>();
    private final int most;

    /** @param most how many are open at once */
    ShortCodes(int most) {
        this.most = most;
    }

    /**
     * What a browser is given that asked.
     *
     * @param asker what only this browser can name
     * @param code the code, for the mail alone
     */
    record Asked(String asker, String code) {}

    private record Code(
            String hash,
            Instant expires,
            int triesLeft,
            @Nullable String linkHash) {}

    /** A new code for a browser. */
    synchronized Asked ask(Instant now) {
        byte[] bytes = new byte[ASKER_BYTES];
        random.nextBytes(bytes);
        String asker = HexFormat.of().formatHex(bytes);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        byAsker.values().removeIf(open -> !now.isBefore(open.expires()));
        byAsker.put(
                OneTimeLinks.hash(asker),
                new Code(hash(asker, code), now.plus(OneTimeLinks.LIFETIME), MOST_TRIES, null));
        Iterator<String> oldest = byAsker.keySet().iterator();
        while (byAsker.size() > most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return new Asked(asker, code.toString());
    }

    /** From now on the code stands for the link with this token, which is in the same mail. */
    synchronized void standFor(String token, Asked asked) {
        byAsker.computeIfPresent(
                OneTimeLinks.hash(asked.asker()),
                (asker, code) -> new Code(code.hash(), code.expires(), code.triesLeft(), OneTimeLinks.hash(token)));
    }

    /** Whether this browser can still try. */
    synchronized boolean isOpen(@Nullable String asker, Instant now) {
        Code code = asker == null ? null : byAsker.get(OneTimeLinks.hash(asker));
        return code != null && now.isBefore(code.expires());
    }

    /** The hash of the token of the link that this code stands for, once; each try that is wrong counts. */
    synchronized Optional<String> attempt(String asker, String typed, Instant now) {
        Code code = byAsker.remove(OneTimeLinks.hash(asker));
        if (code == null || !now.isBefore(code.expires())) {
            return Optional.empty();
        }
        boolean right = MessageDigest.isEqual(bytes(code.hash()), bytes(hash(asker, normal(typed))));
        if (right && code.linkHash() != null) {
            return Optional.of(code.linkHash());
        }
        if (code.triesLeft() > 1) {
            byAsker.put(
                    OneTimeLinks.hash(asker),
                    new Code(code.hash(), code.expires(), code.triesLeft() - 1, code.linkHash()));
        }
        return Optional.empty();
    }

    /** Forgets the code of a browser that asks anew, or is signed in. */
    synchronized void forget(String asker) {
        byAsker.remove(OneTimeLinks.hash(asker));
    }

    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String hash(String asker, CharSequence code) {
        return OneTimeLinks.hash(asker + code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
