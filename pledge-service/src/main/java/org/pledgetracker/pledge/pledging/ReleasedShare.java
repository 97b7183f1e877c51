package org.pledgetracker.pledge.pledging;

import java.util.OptionalLong;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.pledge.campaign.Electorates;

/**
 * What share of an action's electorate is in force, by the figures that everybody may see: partners and salaried GPs, a hidden
 * figure as nought. It may differ from the exact share, and says no more than those figures do.
 */
record ReleasedShare(CampaignDefinition campaign, Action action, TallyReleased release) {

    /** Whether it meets the condition of a GP in that region; never over an electorate that is unknown. */
    boolean meets(OnlyIf onlyIf, String region) {
        OptionalLong electorate = Electorates.of(campaign, action, onlyIf, region);
        return electorate.isPresent() && onlyIf.share().isMetBy(inForce(onlyIf, region), electorate.getAsLong());
    }

    private long inForce(OnlyIf onlyIf, String region) {
        return release.regions().stream()
                .filter(each ->
                        onlyIf.scope() == Scope.EVERYWHERE || each.region().equals(region))
                .flatMap(each -> each.cells().stream())
                .filter(cell -> cell.employmentType().countsInShares())
                .mapToLong(ReleasedShare::inForce)
                .sum();
    }

    private static long inForce(TallyReleased.ReleasedCell cell) {
        Integer figure = cell.figures().inForce();
        return figure == null ? 0 : figure;
    }
}
