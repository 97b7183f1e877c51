package org.pledgetracker.tally.view;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.tally.counting.Figures;

/**
 * Figures as somebody sees them.
 *
 * @param pledged null: hidden; so are the others
 * @param electorate how many GPs these could be at most; null where unknown
 * @param disclosure {@code exact} or {@code released}
 */
public record Counts(
        @Nullable Integer pledged,
        @Nullable Integer firm,
        @Nullable Integer inForce,
        @Nullable Long electorate,
        String disclosure) {

    static Counts exact(Figures figures, @Nullable Long electorate) {
        return new Counts(figures.pledged(), figures.firm(), figures.inForce(), electorate, "exact");
    }

    static Counts released(TallyReleased.Figures figures, @Nullable Long electorate) {
        return new Counts(figures.pledged(), figures.firm(), figures.inForce(), electorate, "released");
    }
}
