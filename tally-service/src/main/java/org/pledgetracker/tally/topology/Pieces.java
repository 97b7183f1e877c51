package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what pieces of text mean that come again and again, so that each is looked into once and not a million times. */
final class Pieces<T> {

    private static final int PLACES = 1024;

    private final Function<String, T> meaning;
    /** Each piece has one place; another that falls on it takes it over. */
    private final List<@Nullable Known<T>> places = new ArrayList<>(Collections.nCopies(PLACES, null));

    /** @param meaning what a piece means that is not remembered; what it throws comes through */
    Pieces(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    T of(byte[] bytes, int from, int to) {
        int place = hash(bytes, from, to) & (PLACES - 1);
        Known<T> known = places.get(place);
        if (known != null && Arrays.equals(known.piece, 0, known.piece.length, bytes, from, to)) {
            return known.meaning;
        }
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        T found = meaning.apply(new String(piece, UTF_8));
        places.set(place, new Known<>(piece, found));
        return found;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    private static final class Known<T> {

        private final byte[] piece;
        private final T meaning;

        Known(byte[] piece, T meaning) {
            this.piece = piece;
            this.meaning = meaning;
        }
    }
}
