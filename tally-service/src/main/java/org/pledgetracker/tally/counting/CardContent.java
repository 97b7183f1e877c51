package org.pledgetracker.tally.counting;

import java.util.List;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;

/** What of a card is counted. */
public record CardContent(String region, EmploymentType employmentType, List<Pledge> pledges) {

    public CardContent {
        pledges = List.copyOf(pledges);
    }

    public static CardContent of(PledgesDeclared card) {
        return new CardContent(card.region(), card.employmentType(), card.pledges());
    }
}
