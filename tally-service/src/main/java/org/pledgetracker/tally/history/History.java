package org.pledgetracker.tally.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.TallyRecorded;

/**
 * The history of one action, in few records: by the minute for three hours, by the hour for two weeks, by the day before. A
 * record that stands for an hour or a day is how things stood at its end, and bears its beginning as its time. The final one
 * stays as it is.
 */
public final class History {

    private static final Duration BY_MINUTE = Duration.ofHours(3);
    private static final Duration BY_HOUR = Duration.ofDays(14);
    private static final int MOST_TO_ADD = 500;

    private List<TallyRecorded> records = new ArrayList<>();
    private int thinAt = MOST_TO_ADD;

    /** Takes up a record; one that it has already changes nothing. */
    public synchronized void add(TallyRecorded recorded) {
        if (records.isEmpty() || records.getLast().recordedAt().isBefore(recorded.recordedAt()) || recorded.closing()) {
            records.add(recorded);
        }
        if (records.size() >= thinAt) {
            records = thinned(recorded.recordedAt());
            thinAt = records.size() + MOST_TO_ADD;
        }
    }

    /** All records, in the order of their times. */
    public synchronized List<TallyRecorded> asOf(Instant now) {
        return List.copyOf(thinned(now));
    }

    private List<TallyRecorded> thinned(Instant now) {
        List<TallyRecorded> thinned = new ArrayList<>();
        for (TallyRecorded record : records) {
            TallyRecorded next = record.closing() ? record : at(slot(record.recordedAt(), now), record);
            TallyRecorded last = thinned.isEmpty() ? null : thinned.getLast();
            if (isReplacedBy(last, next)) {
                thinned.removeLast();
            }
            thinned.add(next);
        }
        return thinned;
    }

    private static boolean isReplacedBy(@Nullable TallyRecorded last, TallyRecorded next) {
        return last != null && !last.closing() && last.recordedAt().equals(next.recordedAt());
    }

    private static Instant slot(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.compareTo(BY_HOUR) > 0) {
            return at.truncatedTo(ChronoUnit.DAYS);
        }
        return age.compareTo(BY_MINUTE) > 0 ? at.truncatedTo(ChronoUnit.HOURS) : at;
    }

    private static TallyRecorded at(Instant time, TallyRecorded record) {
        return time.equals(record.recordedAt())
                ? record
                : new TallyRecorded(
                        record.campaign(),
                        record.action(),
                        record.definitionVersion(),
                        time,
                        false,
                        record.total(),
                        record.regions());
    }
}
