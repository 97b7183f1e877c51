package org.pledgetracker.notifier.subscription;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token in the address of a rep's feed. It is random and stands nowhere: a subscription holds its mark. */
public final class FeedToken {

    private static final int BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private FeedToken(String text) {
        this.text = text;
    }

    /** A token that nobody has seen. */
    public static FeedToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token with this text; empty if it can be none. */
    public static Optional<FeedToken> of(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new FeedToken(text)) : Optional.empty();
    }

    /** What a subscription knows it by. */
    public String mark(NotifierKey key) {
        return key.feedMark(text);
    }

    /** The token itself, fit for an address. */
    public String text() {
        return text;
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "FeedToken";
    }
}
