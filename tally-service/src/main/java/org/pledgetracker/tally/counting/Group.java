package org.pledgetracker.tally.counting;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Allowance;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;

/**
 * The pledges of one cell that carry the same condition: the same question has the same answer for all of them.
 *
 * @param onlyIf the condition; null for firm pledges
 */
public record Group(
        String action,
        String region,
        EmploymentType employmentType,
        @Nullable OnlyIf onlyIf) {

    /** Whether the definition counts these pledges; else they are set aside. */
    boolean isCountedBy(Allowance allowance) {
        return allowance.allows(new Pledge(action, onlyIf), employmentType, region);
    }
}
