package org.pledgetracker.pledge.pledging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.OnlyIf;

/**
 * The whole card as a GP hands it in; nothing in it is believed yet.
 *
 * @param consentVersion of the text that the GP agreed to, if they did
 */
public record Submission(
        @Nullable String region,
        @Nullable String employmentType,
        @Nullable String consentVersion,
        List<SubmittedPledge> pledges) {

    public Submission {
        pledges = List.copyOf(pledges);
    }

    /** One pledge as it is handed in; without a condition it is firm. */
    public record SubmittedPledge(
            @Nullable String action, @Nullable OnlyIf onlyIf) {}
}
