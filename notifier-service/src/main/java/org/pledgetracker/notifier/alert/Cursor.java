package org.pledgetracker.notifier.alert;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far somebody has seen the crossings: the last offset of each partition. It means the same after a restart, so whoever
 * comes back with it misses nothing. Those outside are given a {@linkplain Inbox#bookmark bookmark} instead.
 */
public record Cursor(Map<Integer, Long> lastSeen) {

    /** Nothing has been seen. */
    public static final Cursor START = new Cursor(Map.of());

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4}-\\d{1,18}(\\.\\d{1,4}-\\d{1,18}){0,63})?");

    public Cursor {
        lastSeen = Map.copyOf(lastSeen);
    }

    /** The cursor of somebody who has seen each partition up to the furthest of these positions. */
    static Cursor pastAll(Stream<Position> positions) {
        return new Cursor(positions.collect(Collectors.toMap(Position::partition, Position::offset, Math::max)));
    }

    /** The cursor that {@link #toString()} wrote; empty if it is none. */
    public static Optional<Cursor> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> lastSeen = new TreeMap<>();
        for (String pair : text.split("\\.", -1)) {
            int dash = pair.indexOf('-');
            if (dash > 0) {
                lastSeen.put(Integer.valueOf(pair.substring(0, dash)), Long.valueOf(pair.substring(dash + 1)));
            }
        }
        return Optional.of(new Cursor(lastSeen));
    }

    /** The last position seen of each partition. */
    Stream<Position> positions() {
        return lastSeen.entrySet().stream().map(entry -> new Position(entry.getKey(), entry.getValue()));
    }

    /** Whether a record at this position has been seen. */
    public boolean hasSeen(Position position) {
        return lastSeen.getOrDefault(position.partition(), -1L) >= position.offset();
    }

    /** This cursor once the record at this position has been seen too. */
    public Cursor past(Position position) {
        Map<Integer, Long> moved = new TreeMap<>(lastSeen);
        moved.merge(position.partition(), position.offset(), Math::max);
        return new Cursor(moved);
    }

    /** The cursor of somebody who has seen what either of the two saw. */
    public Cursor and(Cursor other) {
        return pastAll(Stream.concat(positions(), other.positions()));
    }

    /** As it is written down. */
    @Override
    public String toString() {
        return new TreeMap<>(lastSeen)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "-" + entry.getValue())
                        .collect(Collectors.joining("."));
    }
}
