package org.pledgetracker.pledge.campaign.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.ChangeRules;
import org.pledgetracker.pledge.campaign.Fault;

/** Whether a valid definition may come after the one that stands, whichever way it came in. */
final class Acceptance {

    private Acceptance() {}

    /** Everything that speaks against it; empty if it may be published. */
    static List<Fault> faults(Optional<Campaign> before, CampaignDefinition next, Instant now) {
        if (before.isPresent() && before.get().key().isEmpty()) {
            return List.of(
                    new Fault("", "the campaign's key is gone or cannot be used, so its definition cannot change"));
        }
        return before.map(standing -> ChangeRules.check(standing.definition(), next, standing.consents(), now))
                .orElse(List.of());
    }
}
