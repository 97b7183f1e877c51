package org.pledgetracker.tally.topology;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.tally.counting.CardContent;

/**
 * Reads what is counted of a card, many times faster than the whole event is read. Whatever is not written exactly as
 * pledge-service writes it is left to the reader of the whole event, so both always agree.
 */
final class CardReader {

    private final UsualCards usual = new UsualCards();

    /**
     * Reads a value of {@code pledges}.
     *
     * @throws UnreadableEvent if it is not a card
     * @throws UnknownEventVersion if it is one in a version that this code is too old for
     */
    CardContent read(byte[] value) {
        CardContent card = readUsual(value);
        return card != null ? card : CardContent.of(Topics.PLEDGES.read(value));
    }

    /** What a value says that is written the usual way; null if it is not. */
    @Nullable
    CardContent readUsual(byte[] value) {
        try {
            return usual.read(value);
        } catch (UsualCards.Unusual e) {
            return null;
        }
    }
}
