package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;

/** When a campaign closed: said once and then kept, so that no later definition puts off the day when its cards are erased. */
public final class Closing {

    private Closing() {}

    /**
     * What the next definition has to say.
     *
     * @param before the definition that stands, if there is one
     * @return null where the campaign is not closed by now
     */
    public static @Nullable Instant of(@Nullable CampaignDefined before, CampaignDefinition next, Instant now) {
        if (before != null && before.definition().stateAt(now) == CampaignState.CLOSED) {
            return before.closing();
        }
        if (next.stateAt(now) != CampaignState.CLOSED) {
            return null;
        }
        return now.isBefore(next.closesAt()) ? now : next.closesAt();
    }
}
