package org.pledgetracker.pledge.campaign;

import java.util.Optional;
import org.pledgetracker.events.CampaignDefinition;

/** A small valid campaign. */
public final class Samples {

    public static final String ELECTORATE = """
            region,name,partner,salaried,locum
            north-west,North West,2600,1550,
            wales,Wales,1450,500,
            """;

    public static final String VALID = """
            title: Sample
            summary: A sample
            state: open
            approvedBy: Committee
            opensAt: 2026-09-01
            closesAt: 2027-03-31
            eraseAfterDays: 90
            consent: {version: v1, text: I agree}
            regions:
              - {id: north-west, name: North West}
              - {id: wales, name: Wales}
            electorate: {file: electorate.csv, source: somewhere, asOf: 2023-03-31}
            conditions:
              - {share: 0.6, scope: region}
              - {share: 0.4, scope: everywhere}
            actions:
              - id: work-to-rule
                name: Work to rule
                description: Contracted hours only
                kind: within-contract
                openTo: {partner: open, salaried: practice-decides, locum: closed}
              - id: resign
                name: Undated resignation
                description: Held until a trigger
                kind: resignation
                openTo: {partner: open, salaried: closed, locum: closed}
                regions: [north-west]
            thresholds:
              - {id: first, title: First, action: work-to-rule, region: north-west, atLeast: {count: 20}, of: pledged}
            """;

    private Samples() {}

    static String withThreshold(String threshold) {
        return VALID + "  - " + threshold + "\n";
    }

    /** The definition that this text gives. */
    public static CampaignDefinition definition(String yaml) {
        return switch (CampaignReader.read(yaml, file -> Optional.of(ELECTORATE))) {
            case CampaignReading.Read read -> read.definition();
            case CampaignReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
