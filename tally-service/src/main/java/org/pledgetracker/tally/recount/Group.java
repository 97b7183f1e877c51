package org.pledgetracker.tally.recount;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;

/** The pledges to one action from one region and employment type under one condition. */
record Group(
        String action,
        String region,
        EmploymentType employmentType,
        @Nullable OnlyIf onlyIf) {}
