package org.pledgetracker.tally.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.TallyReading;

/**
 * What a reader has chosen to look at.
 *
 * @param share shares of the electorate rather than counts
 * @param region whose trend is shown; null: all
 */
record Choice(
        Action action,
        Figure figure,
        boolean share,
        @Nullable Region region) {

    private static final String ALL = "all";

    /** What the parts of an address name; a rep who names no region starts at their own. */
    static Choice of(
            CampaignDefined campaign,
            Sight sight,
            Collection<String> own,
            @Nullable String action,
            @Nullable String figure,
            @Nullable String as,
            @Nullable String region) {
        List<Region> shown = shown(campaign, sight);
        Stream<Region> wanted = region == null
                ? shown.stream().filter(each -> own.contains(each.id()))
                : shown.stream().filter(each -> each.id().equals(region));
        return new Choice(
                TallyReading.action(campaign, action),
                Figure.named(figure),
                "share".equals(as),
                ALL.equals(region) ? null : wanted.findFirst().orElse(null));
    }

    /** The regions that a reader sees. */
    static List<Region> shown(CampaignDefined campaign, Sight sight) {
        return campaign.definition().regions().stream()
                .filter(each -> sight.covers(each.id()))
                .toList();
    }

    public String as() {
        return share ? "share" : "count";
    }

    public String place() {
        return region == null ? "All regions" : region.name();
    }

    public String placeId() {
        return region == null ? ALL : region.id();
    }
}
