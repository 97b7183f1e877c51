package org.pledgetracker.tally.counting;

import org.jspecify.annotations.Nullable;

/**
 * Card keys (16 bytes) and the groups that each card is counted in, in flat arrays: a map of objects would take several
 * times the memory. Open addressing with linear probing; no gap is ever left behind, so a search ends at the first one.
 */
final class CardTable {

    private static final int SMALLEST = 1024;

    private long[] highs = new long[SMALLEST];
    private long[] lows = new long[SMALLEST];
    private CountedGroup[] @Nullable [] values = new CountedGroup[SMALLEST][];
    private int size;

    int size() {
        return size;
    }

    /** Remembers the groups of a card, and returns those it was in before, if any. */
    CountedGroup @Nullable [] put(CardKey key, CountedGroup[] groups) {
        if (size * 3L > values.length * 2L) {
            grow();
        }
        int slot = slotOf(key.high(), key.low());
        CountedGroup[] before = values[slot];
        if (before == null) {
            size++;
            highs[slot] = key.high();
            lows[slot] = key.low();
        }
        values[slot] = groups;
        return before;
    }

    /** Forgets a card, and returns the groups that it was in, if any. */
    CountedGroup @Nullable [] remove(CardKey key) {
        int slot = slotOf(key.high(), key.low());
        CountedGroup[] before = values[slot];
        if (before != null) {
            size--;
            closeGap(slot);
        }
        return before;
    }

    private int slotOf(long high, long low) {
        int slot = (int) high & (values.length - 1);
        while (values[slot] != null && (highs[slot] != high || lows[slot] != low)) {
            slot = (slot + 1) & (values.length - 1);
        }
        return slot;
    }

    /** Moves up whatever was pushed past the gap. */
    private void closeGap(int removed) {
        int mask = values.length - 1;
        int gap = removed;
        values[gap] = null;
        for (int slot = (gap + 1) & mask; values[slot] != null; slot = (slot + 1) & mask) {
            int home = (int) highs[slot] & mask;
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                highs[gap] = highs[slot];
                lows[gap] = lows[slot];
                values[gap] = values[slot];
                values[slot] = null;
                gap = slot;
            }
        }
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        CountedGroup[] @Nullable [] oldValues = values;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldLows.length * 2];
        values = new CountedGroup[oldValues.length * 2][];
        for (int i = 0; i < oldValues.length; i++) {
            CountedGroup[] groups = oldValues[i];
            if (groups != null) {
                int slot = slotOf(oldHighs[i], oldLows[i]);
                highs[slot] = oldHighs[i];
                lows[slot] = oldLows[i];
                values[slot] = groups;
            }
        }
    }
}
