package org.pledgetracker.tally.recount;

import java.util.List;

/**
 * What a recount found.
 *
 * @param campaigns how many campaigns were compared
 * @param cards how many cards were counted
 * @param passedOver campaigns that could not be compared: their tallies are not yet published under the latest definition
 * @param erased campaigns that closed so long ago that their cards are erased: nothing is left to compare their tallies with
 */
public record RecountReport(
        int campaigns, long cards, List<String> passedOver, List<String> erased, List<Difference> differences) {

    public RecountReport {
        passedOver = List.copyOf(passedOver);
        erased = List.copyOf(erased);
        differences = List.copyOf(differences);
    }

    /** Whether everything could be compared and nothing differs. */
    public boolean agrees() {
        return passedOver.isEmpty() && differences.isEmpty();
    }
}
