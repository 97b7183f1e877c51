package org.pledgetracker.tally.recount;

import java.util.List;

/**
 * What a recount found.
 *
 * @param campaigns how many campaigns were compared
 * @param cards how many cards were counted
 * @param passedOver campaigns whose definition has moved on since their tallies were published: ask again in a moment
 */
public record RecountReport(int campaigns, long cards, List<String> passedOver, List<Difference> differences) {

    public RecountReport {
        passedOver = List.copyOf(passedOver);
        differences = List.copyOf(differences);
    }

    /** Whether everything could be compared and nothing differs. */
    public boolean agrees() {
        return passedOver.isEmpty() && differences.isEmpty();
    }
}
