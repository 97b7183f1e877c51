package org.pledgetracker.pledge.pseudonym;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** A GP as the event log knows them, in one campaign: 16 bytes of a keyed digest, kept as two numbers since a view holds many. */
public record Pledger(long high, long low) {

    private static final int NAME_LENGTH = 22;

    /** The pledger with that name, if it is one. */
    public static Optional<Pledger> named(String name) {
        if (name.length() != NAME_LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(name));
            return Optional.of(new Pledger(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As the event log writes it: base64url, 22 characters. */
    public String name() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Hides who it is: this may reach a log. */
    @Override
    public String toString() {
        return "Pledger";
    }
}
