package org.pledgetracker.tally.view;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.counting.TippingPoint;
import org.springframework.stereotype.Component;

/** The tipping points of published tallies, worked out once for each, however many look at them. */
@Component
final class TippingPoints {

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The tipping points of an action by region; a region that has none is left out. */
    Map<String, TippingPoint> of(CampaignDefined campaign, Action action, TallyCounted counted) {
        return known.compute(
                        counted.key(),
                        (key, before) -> before != null && before.isOf(campaign, counted)
                                ? before
                                : new Known(campaign, counted, workOut(campaign, action, counted)))
                .byRegion();
    }

    private static Map<String, TippingPoint> workOut(CampaignDefined campaign, Action action, TallyCounted counted) {
        Map<Group, Integer> pledged = pledged(counted);
        Map<String, TippingPoint> byRegion = new HashMap<>();
        for (Region region : campaign.definition().regions()) {
            TippingPoint.of(campaign.definition(), action, region.id(), pledged)
                    .ifPresent(point -> byRegion.put(region.id(), point));
        }
        return Map.copyOf(byRegion);
    }

    private static Map<Group, Integer> pledged(TallyCounted counted) {
        Map<Group, Integer> pledged = new HashMap<>();
        for (TallyCounted.Cell cell : counted.cells()) {
            for (TallyCounted.Group group : cell.groups()) {
                pledged.put(
                        new Group(counted.action(), cell.region(), cell.employmentType(), group.onlyIf()),
                        group.pledged());
            }
        }
        return pledged;
    }

    /** What was worked out, and what from. */
    private record Known(CampaignDefined campaign, TallyCounted counted, Map<String, TippingPoint> byRegion) {

        boolean isOf(CampaignDefined otherCampaign, TallyCounted otherCounted) {
            return campaign.version() == otherCampaign.version() && counted.equals(otherCounted);
        }
    }
}
