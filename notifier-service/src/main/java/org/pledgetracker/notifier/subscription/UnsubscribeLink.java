package org.pledgetracker.notifier.subscription;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token of the link in every mail that takes its address back. It works without signing in, for ever, and for that
 * address alone.
 *
 * @param rep handle of the rep
 * @param address mark of the address
 */
public record UnsubscribeLink(String rep, String address) {

    private static final String PURPOSE = "unsubscribe";
    private static final Pattern TOKEN =
            Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");

    /** The token, fit for an address. */
    public String token(NotifierKey key) {
        return subject() + "." + key.signature(PURPOSE, subject());
    }

    /** What a token stands for; empty if it was not made here. */
    public static Optional<UnsubscribeLink> of(String token, NotifierKey key) {
        var found = TOKEN.matcher(token);
        if (!found.matches()) {
            return Optional.empty();
        }
        UnsubscribeLink link = new UnsubscribeLink(found.group(1), found.group(2));
        return key.isSignature(PURPOSE, link.subject(), found.group(3)) ? Optional.of(link) : Optional.empty();
    }

    private String subject() {
        return rep + "." + address;
    }
}
