package org.pledgetracker.webkit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * One rate for many callers, each with calls of their own. Whoever has not called for as long as the rate's time has all
 * their calls again, and is forgotten; beyond a bounded number, so are those who call least.
 */
final class Buckets {

    private final Rate rate;
    private final TimeMeter time;
    private final Cache<String, Bucket> byCaller;

    Buckets(Rate rate, int remembered) {
        this(rate, remembered, TimeMeter.SYSTEM_NANOTIME);
    }

    Buckets(Rate rate, int remembered, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        this.byCaller = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.per())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Takes one call of this caller; if they have none left, tells when the next will be there. */
    Optional<Duration> spend(String caller) {
        if (rate.isUnlimited()) {
            return Optional.empty();
        }
        ConsumptionProbe probe = byCaller.get(caller, key -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    /** How many callers are remembered. */
    long size() {
        byCaller.cleanUp();
        return byCaller.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.calls()).refillGreedy(rate.calls(), rate.per()))
                .withCustomTimePrecision(time)
                .build();
    }
}
