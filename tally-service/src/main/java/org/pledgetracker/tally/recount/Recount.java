package org.pledgetracker.tally.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.TallyCounted;

/** Compares published tallies with the cards that they stand for. */
final class Recount {

    private Recount() {}

    /**
     * The differences between one campaign's published tallies and its cards.
     *
     * @param cards the latest card of every pledger, up to the highest offset that one of the tallies names: a tally is
     *     published whenever it changes, so the others stand for that offset too
     */
    static List<Difference> compare(
            CampaignDefined campaign, Collection<CountedCard> cards, Collection<TallyCounted> tallies) {
        Fold fold = new Fold(campaign.definition(), cards);
        List<Difference> differences = new ArrayList<>();
        Set<Group> seen = new HashSet<>();
        for (TallyCounted tally : tallies) {
            for (TallyCounted.Cell cell : tally.cells()) {
                for (TallyCounted.Group published : cell.groups()) {
                    Group group = new Group(tally.action(), cell.region(), cell.employmentType(), published.onlyIf());
                    seen.add(group);
                    compare(campaign.campaign(), group, published, fold, differences);
                }
            }
        }
        fold.groups().stream()
                .filter(group -> !seen.contains(group))
                .forEach(group -> differences.add(difference(
                        campaign.campaign(), group, "nothing", say(fold.pledged(group), fold.inForce(group)))));
        return differences;
    }

    private static void compare(
            String campaign, Group group, TallyCounted.Group published, Fold fold, List<Difference> differences) {
        boolean counted = published.pledged() == fold.pledged(group);
        // of nobody, "in force" says nothing
        boolean decided = published.pledged() == 0 || published.inForce() == fold.inForce(group);
        if (!counted || !decided) {
            differences.add(difference(
                    campaign,
                    group,
                    say(published.pledged(), published.inForce()),
                    say(fold.pledged(group), fold.inForce(group))));
        }
    }

    private static Difference difference(String campaign, Group group, String published, String recounted) {
        return new Difference(
                campaign, group.action(), group.region(), group.employmentType(), group.onlyIf(), published, recounted);
    }

    private static String say(long pledged, boolean inForce) {
        return pledged + (inForce ? " in force" : " waiting");
    }
}
