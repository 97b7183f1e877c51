package org.pledgetracker.pledge.campaign.organising;

import java.time.LocalDate;

/** What a campaign from nothing starts as: a valid draft with one of everything, to be written over. */
final class BlankDefinition {

    /** How long it is open unless the organiser says otherwise. */
    private static final int MONTHS_OPEN = 6;

    private BlankDefinition() {}

    /** That text; it opens on the first of the next month. */
    static String text(LocalDate today) {
        LocalDate opens = today.withDayOfMonth(1).plusMonths(1);
        return """
            # campaigns/README.md explains every field
            title: A new campaign
            summary: What it is about
            state: draft
            opensAt: %1$s
            closesAt: %2$s
            eraseAfterDays: 90
            consent:
              version: v1
              text: >-
                I agree that my pledges, my region and my employment type are recorded under a pseudonym and counted. My pledge
                is a statement of intent: not a ballot and not a call to act.
            regions:
              - id: london
                name: London
            electorate:
              source: where the headcounts come from
              asOf: %3$s
              table: |
                region,name,partner,salaried,locum
                london,London,2400,1900,
            conditions:
              - share: 0.6
                scope: region
            actions:
              - id: work-to-rule
                name: Work to rule
                description: Contracted duties and hours only
                kind: within-contract
                openTo:
                  partner: open
                  salaried: practice-decides
                  locum: closed
            thresholds:
              - id: quarter-of-london
                title: 25 %% of London
                action: work-to-rule
                region: london
                atLeast:
                  share: 0.25
            """.formatted(opens, opens.plusMonths(MONTHS_OPEN), today);
    }
}
