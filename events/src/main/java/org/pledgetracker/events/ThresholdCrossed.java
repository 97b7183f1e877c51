package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A crossing: a threshold reached (upwards) or lost (back down), numbered 1, 2, 3 … over both kinds. */
public sealed interface ThresholdCrossed extends Event permits ThresholdReached, ThresholdLost {

    String campaign();

    String threshold();

    int crossing();

    /** The threshold's title when it was crossed. */
    String title();

    String action();

    /** The threshold's region; null for all. */
    @Nullable
    String region();

    /** The threshold's employment type; null for all. */
    @Nullable
    EmploymentType employmentType();

    AtLeast atLeast();

    /** The number of pledges that the level asked for. */
    long required();

    CountedBasis of();

    Cause cause();

    int definitionVersion();

    /** The last offset of the campaign's partition of {@code pledges} that it was decided on. */
    long offset();

    Instant at();

    /** What it is known by outside the log. */
    default CrossingId id() {
        return CrossingId.of(campaign(), threshold(), crossing());
    }

    @Override
    default String key() {
        return campaign() + "/" + threshold();
    }

    /** What moved the tally over the level. */
    enum Cause {
        PLEDGES,
        DEFINITION;

        /** The name on the wire: lower case. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The cause with this wire name.
         *
         * @throws IllegalArgumentException if there is none
         */
        @JsonCreator
        public static Cause of(String wireName) {
            return switch (wireName) {
                case "pledges" -> PLEDGES;
                case "definition" -> DEFINITION;
                default -> throw new IllegalArgumentException("unknown cause '" + wireName + "'");
            };
        }
    }
}
