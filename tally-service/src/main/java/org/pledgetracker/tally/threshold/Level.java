package org.pledgetracker.tally.threshold;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.counting.ActionElectorate;
import org.pledgetracker.tally.counting.Figures;
import org.pledgetracker.tally.counting.Tally;

/**
 * How a tally stands against a threshold.
 *
 * @param counted the pledges that it looks at
 * @param required how many it asks for; empty where that is a share of nobody or of an unknown number
 * @param lostBelow below so many it counts as lost
 */
public record Level(long counted, OptionalLong required, long lostBelow) {

    private static final int LEAST_GAP = 5;

    /**
     * How a tally stands against a threshold now.
     *
     * @param tally of the threshold's action; null if the campaign no longer has it
     */
    public static Level of(Threshold threshold, CampaignDefinition definition, @Nullable Tally tally) {
        Action action = definition.action(threshold.action()).orElse(null);
        if (action == null || tally == null) {
            return new Level(0, OptionalLong.empty(), 0);
        }
        Figures figures = tally.sum(threshold.region(), types(threshold));
        long counted = threshold.of() == CountedBasis.IN_FORCE ? figures.inForce() : figures.pledged();
        OptionalLong electorate = electorate(threshold, definition, action);
        OptionalLong required = required(threshold.atLeast(), electorate);
        return new Level(counted, required, lostBelow(threshold.lostBelow(), required, electorate));
    }

    /** How many pledges a threshold asks for; empty where that is a share of nobody or of an unknown number. */
    public static OptionalLong required(Threshold threshold, CampaignDefinition definition) {
        return definition
                .action(threshold.action())
                .map((Action action) -> required(threshold.atLeast(), electorate(threshold, definition, action)))
                .orElse(OptionalLong.empty());
    }

    /** Whether the level is reached. Nobody reaches nothing. */
    public boolean isMet() {
        return required.isPresent() && counted > 0 && counted >= required.getAsLong();
    }

    /** Whether the tally has fallen so far that the threshold is lost, if it stays there. */
    boolean isBelow() {
        return required.isEmpty() || counted < lostBelow;
    }

    private static OptionalLong electorate(Threshold threshold, CampaignDefinition definition, Action action) {
        return new ActionElectorate(definition, action).of(threshold.region(), threshold.employmentType());
    }

    private static Set<EmploymentType> types(Threshold threshold) {
        EmploymentType only = threshold.employmentType();
        if (only != null) {
            return EnumSet.of(only);
        }
        boolean share = threshold.atLeast().share() != null;
        return share
                ? EnumSet.of(EmploymentType.PARTNER, EmploymentType.SALARIED)
                : EnumSet.allOf(EmploymentType.class);
    }

    private static OptionalLong required(AtLeast atLeast, OptionalLong electorate) {
        if (atLeast.share() == null) {
            return OptionalLong.of(atLeast.required(0));
        }
        boolean somebody = electorate.isPresent() && electorate.getAsLong() > 0;
        return somebody ? OptionalLong.of(atLeast.required(electorate.getAsLong())) : OptionalLong.empty();
    }

    private static long lostBelow(@Nullable AtLeast given, OptionalLong required, OptionalLong electorate) {
        if (required.isEmpty()) {
            return 0;
        }
        long level = required.getAsLong();
        OptionalLong wanted = given == null ? OptionalLong.empty() : required(given, electorate);
        return Math.max(1, Math.min(level - LEAST_GAP, wanted.orElse(level * 95 / 100)));
    }
}
