package org.pledgetracker.tally.counting;

import java.util.HashMap;
import java.util.Map;

/** The counts of one campaign by group, whatever its definition says about them. */
final class CampaignCounts {

    private final Map<Group, CountedGroup> groups = new HashMap<>();
    private boolean changed = true;

    CountedGroup group(Group group) {
        return groups.computeIfAbsent(group, key -> new CountedGroup(this));
    }

    void markChanged() {
        changed = true;
    }

    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    Map<Group, Integer> pledged() {
        Map<Group, Integer> pledged = new HashMap<>();
        groups.forEach((group, counted) -> {
            if (counted.pledged() > 0) {
                pledged.put(group, counted.pledged());
            }
        });
        return pledged;
    }
}
