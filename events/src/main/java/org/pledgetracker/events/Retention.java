package org.pledgetracker.events;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps what. */
public enum Retention {
    /** The latest value of a key, compacted soon; small segments, so that a reader from the start stays quick. */
    LATEST,
    /**
     * Everything for a week, then the latest value of a key; short segments, since only a closed one is compacted: what is
     * erased is gone from the disk within nine days.
     */
    LATEST_AFTER_A_WEEK,
    /**
     * The latest value of a key, and of an erased key nothing: compacted within a day also where little is written, so that
     * what is erased is gone from the disk within two days.
     */
    LATEST_ERASED_SOON,
    /** Everything for 400 days. */
    FOR_400_DAYS,
    /** Everything for two years. */
    FOR_TWO_YEARS,
    /** Everything for ever. */
    EVERYTHING;

    private static final int MEBIBYTE = 1024 * 1024;

    /** As Kafka's topic settings; each names its retention, since Kafka's default would drop records after a week. */
    Map<String, String> settings() {
        return switch (this) {
            case LATEST ->
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.bytes", String.valueOf(16 * MEBIBYTE),
                        "segment.ms", hours(1),
                        "min.cleanable.dirty.ratio", "0.1",
                        "retention.ms", "-1");
            case LATEST_ERASED_SOON ->
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.bytes", String.valueOf(16 * MEBIBYTE),
                        "segment.ms", hours(1),
                        "min.cleanable.dirty.ratio", "0.1",
                        "max.compaction.lag.ms", hours(24),
                        "delete.retention.ms", hours(24),
                        "retention.ms", "-1");
            case LATEST_AFTER_A_WEEK ->
                Map.of(
                        "cleanup.policy", "compact",
                        "min.compaction.lag.ms", hours(7 * 24),
                        "max.compaction.lag.ms", hours(7 * 24),
                        "delete.retention.ms", hours(24),
                        "segment.ms", hours(12),
                        "segment.bytes", String.valueOf(128 * MEBIBYTE),
                        "retention.ms", "-1");
            case FOR_400_DAYS -> deletedAfter(400);
            case FOR_TWO_YEARS -> deletedAfter(2 * 365);
            case EVERYTHING -> Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
        };
    }

    /** Only a closed segment is deleted: a week each, so that nothing outlives its time by more. */
    private static Map<String, String> deletedAfter(int days) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                hours(days * 24),
                "retention.bytes",
                "-1",
                "segment.ms",
                hours(7 * 24));
    }

    private static String hours(int hours) {
        return String.valueOf(Duration.ofHours(hours).toMillis());
    }
}
