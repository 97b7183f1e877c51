package org.pledgetracker.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A card: all pledges of one pledger in one campaign, as one fact. Writing it twice changes nothing, and the last whole
 * card wins; a tombstone under the same key erases it.
 *
 * @param pledger keyed pseudonym of the GP, different in every campaign
 * @param pledges at most one to each action: twice the same would count twice
 * @param declaredAt cut to the hour: order is the offset
 */
public record PledgesDeclared(
        String campaign,
        String pledger,
        String region,
        EmploymentType employmentType,
        List<Pledge> pledges,
        Consent consent,
        Instant declaredAt)
        implements Event {

    public static final String TYPE = "pledges.declared.v1";

    public PledgesDeclared {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(pledger, "pledger");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(employmentType, "employmentType");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(declaredAt, "declaredAt");
        pledges = List.copyOf(pledges);
        if (pledges.stream().map(Pledge::action).distinct().count() < pledges.size()) {
            throw new IllegalArgumentException("a card pledges to each action once");
        }
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return key(campaign, pledger);
    }

    /** The record key of a card, also of one that is erased. */
    public static String key(String campaign, String pledger) {
        return campaign + "/" + pledger;
    }
}
