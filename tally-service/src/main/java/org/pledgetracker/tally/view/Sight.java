package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.Role;
import org.springframework.http.HttpStatus;

/**
 * What of a campaign's figures somebody sees.
 *
 * @param exact exact figures, not the released ones
 * @param allRegions the figures of every region
 * @param regions else those of these, and the totals
 */
public record Sight(boolean exact, boolean allRegions, Set<String> regions) {

    public Sight {
        regions = Set.copyOf(regions);
    }

    /**
     * What a member sees now.
     *
     * @param everReached whether the threshold with that id was ever reached
     * @throws Problem if nothing, as a GP before the campaign publishes
     */
    static Sight of(Member member, CampaignDefinition campaign, Instant now, Predicate<String> everReached) {
        if (member.is(Role.ORGANISER)) {
            return new Sight(true, true, Set.of());
        }
        if (campaign.isPublishedAt(now, everReached)) {
            return new Sight(false, true, Set.of());
        }
        if (member.is(Role.REP)) {
            return new Sight(false, false, member.regions());
        }
        throw new Problem(
                HttpStatus.FORBIDDEN,
                "not-published",
                "The campaign has not published its figures yet",
                "The page of the campaign says when it does. Until then only its reps see rounded figures.");
    }

    /** The same by released figures, whatever else they see. */
    public Sight released() {
        return new Sight(false, allRegions, regions);
    }

    /** Whether they see the figures of a region; null: the totals. */
    public boolean covers(@Nullable String region) {
        return region == null || allRegions || regions.contains(region);
    }

    /** Whether they see how a threshold stands. */
    public boolean covers(Threshold threshold) {
        return covers(threshold.region());
    }
}
