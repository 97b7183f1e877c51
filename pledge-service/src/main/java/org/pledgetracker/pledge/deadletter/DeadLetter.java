package org.pledgetracker.pledge.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, as tally-service put it aside.
 *
 * @param place where it lies among the dead letters
 * @param key null if the record had none
 * @param reason why it could not be read
 * @param topic where it stood before
 * @param originalOffset its offset there, −1 if unknown
 * @param at the time of the record
 * @param value as it was
 */
public record DeadLetter(
        Place place, @Nullable String key, String reason, String topic, long originalOffset, Instant at, String value) {

    /** Hides the value, which may be a card, and the key: this may reach a log. */
    @Override
    public String toString() {
        return "dead letter at " + place;
    }

    /** A place among the dead letters. */
    public record Place(int partition, long offset) {

        @Override
        public String toString() {
            return "partition " + partition + ", offset " + offset;
        }
    }
}
