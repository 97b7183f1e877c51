package org.pledgetracker.tally.recount;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;

/** Where a published tally says something else than the cards do. */
public record Difference(
        String campaign,
        String action,
        String region,
        EmploymentType employmentType,
        @Nullable OnlyIf onlyIf,
        String published,
        String recounted) {

    @Override
    public String toString() {
        return "%s: %s, %s %s, %s: published %s, recounted %s"
                .formatted(campaign, action, region, employmentType.wireName(), condition(), published, recounted);
    }

    private String condition() {
        return onlyIf == null
                ? "firm"
                : "only if %s %% (%s)"
                        .formatted(onlyIf.share().percent(), onlyIf.scope().wireName());
    }
}
