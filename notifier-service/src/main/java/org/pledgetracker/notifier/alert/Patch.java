package org.pledgetracker.notifier.alert;

import java.util.Set;

/**
 * What a rep or the organiser looks after.
 *
 * @param everything whether all regions are theirs: the organiser's patch
 * @param regions ids of a rep's regions
 */
public record Patch(boolean everything, Set<String> regions) {

    public Patch {
        regions = Set.copyOf(regions);
    }

    /** The organiser's. */
    public static Patch whole() {
        return new Patch(true, Set.of());
    }

    /** A rep's. */
    public static Patch of(Set<String> regions) {
        return new Patch(false, regions);
    }

    /** Whether an alert is for whoever looks after this: national ones are for every rep. */
    public boolean covers(Alert alert) {
        String region = alert.crossing().region();
        return everything || region == null || regions.contains(region);
    }
}
