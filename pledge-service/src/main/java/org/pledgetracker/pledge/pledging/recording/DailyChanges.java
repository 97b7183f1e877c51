package org.pledgetracker.pledge.pledging.recording;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pledgetracker.pledge.pseudonym.Pledger;
import org.springframework.stereotype.Component;

/**
 * How often a pledger may change region or employment type: five times a day, counted from the first change on. It counts in
 * memory, since a count that reached the log would tell more of a GP than their card does. So a restart begins anew, each
 * instance counts for itself, and of very many pledgers who change something those who did so longest ago are forgotten.
 */
@Component
class DailyChanges {

    static final int A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_PLEDGERS = 100_000;

    private final TimeMeter time;
    private final Map<Key, Bucket> left = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST_PLEDGERS;
        }
    };

    DailyChanges(InstantSource clock) {
        this.time = new ClockTime(clock);
    }

    /** Counts a change; if it is one too many, how long to wait for the next. */
    Optional<Duration> count(String campaign, Pledger pledger) {
        Bucket bucket;
        synchronized (left) {
            bucket = left.computeIfAbsent(new Key(campaign, pledger), key -> newBucket());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Whether the pledger has changed something today, as far as this remembers. */
    boolean hasCounted(String campaign, Pledger pledger) {
        synchronized (left) {
            Bucket bucket = left.get(new Key(campaign, pledger));
            return bucket != null && bucket.getAvailableTokens() < A_DAY;
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(A_DAY).refillIntervally(A_DAY, DAY))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Key(String campaign, Pledger pledger) {}

    /** A clock that a test can move. */
    private record ClockTime(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
