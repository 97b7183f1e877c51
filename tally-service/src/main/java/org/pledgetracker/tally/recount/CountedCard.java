package org.pledgetracker.tally.recount;

import java.util.List;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;

/** What of a card counts. Most cards are alike in it, so that a million of them fit in little memory when they share it. */
record CountedCard(String region, EmploymentType employmentType, List<Pledge> pledges) {

    CountedCard {
        pledges = List.copyOf(pledges);
    }

    static CountedCard of(PledgesDeclared card) {
        return new CountedCard(card.region(), card.employmentType(), card.pledges());
    }
}
