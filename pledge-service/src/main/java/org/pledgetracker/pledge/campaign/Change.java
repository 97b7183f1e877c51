package org.pledgetracker.pledge.campaign;

import org.jspecify.annotations.Nullable;

/**
 * One value that is another in a later definition.
 *
 * @param path where, for instance {@code thresholds[first].atLeast.count}: items of lists go by their ids
 * @param before null where there was none
 * @param after null where there is none any more
 */
public record Change(
        String path, @Nullable String before, @Nullable String after) {}
