package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A level that a tally may reach.
 *
 * @param region only this region; null for all
 * @param employmentType only this type; null for all (in shares: partners and salaried GPs)
 * @param lostBelow below this many pledges (or this share) it is lost; null for the default, the lower of
 *     the required number − 5 and 95 % of it
 * @param lostAfter how long it has to stay below
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Threshold(
        String id,
        String title,
        String action,
        @Nullable String region,
        @Nullable EmploymentType employmentType,
        AtLeast atLeast,
        CountedBasis of,
        @Nullable AtLeast lostBelow,
        Duration lostAfter) {

    public Threshold {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(atLeast, "atLeast");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(lostAfter, "lostAfter");
    }
}
