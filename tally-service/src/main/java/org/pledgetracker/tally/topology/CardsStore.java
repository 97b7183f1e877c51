package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.tally.counting.Cards;
import org.pledgetracker.tally.counting.Group;

/** The cards of a partition, as few bytes each. */
final class CardsStore extends FedStore {

    static final String NAME = "cards";

    private static final byte[] MARKER = Topics.MARKER_KEY.getBytes(UTF_8);

    private final CardReader reader = new CardReader();
    private Cards cards = new Cards();
    private @Nullable Unreadable lastUnreadable;

    CardsStore() {
        super(NAME);
    }

    @Override
    void clear() {
        cards = new Cards();
        lastUnreadable = null;
    }

    /** An unreadable value counts as nothing for its key, as a tombstone does. */
    @Override
    void take(byte @Nullable [] key, byte @Nullable [] value, long offset) {
        if (Arrays.equals(key, MARKER)) {
            return;
        }
        if (key == null || !isCardKey(key)) {
            lastUnreadable = new Unreadable(offset, "the record key is not campaign/pledger");
        } else {
            try {
                cards.apply(key, value == null ? null : reader.read(value));
            } catch (UnreadableEvent e) {
                cards.apply(key, null);
                lastUnreadable = new Unreadable(offset, String.valueOf(e.getMessage()));
            }
        }
    }

    private static boolean isCardKey(byte[] key) {
        int slash = 0;
        while (slash < key.length && key[slash] != '/') {
            slash++;
        }
        return slash > 0 && slash < key.length - 1;
    }

    /** Why the record at that offset could not be read; null if it could. */
    @Nullable
    String whyUnreadable(long offset) {
        Unreadable last = lastUnreadable;
        return last != null && last.offset() == offset ? last.reason() : null;
    }

    List<String> takeChanged() {
        return cards.takeChanged();
    }

    Map<Group, Integer> pledged(String campaign) {
        return cards.pledged(campaign);
    }

    int size() {
        return cards.size();
    }

    private record Unreadable(long offset, String reason) {}
}
