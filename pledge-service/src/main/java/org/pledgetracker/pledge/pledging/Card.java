package org.pledgetracker.pledge.pledging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.pledge.pseudonym.Pledger;

/** All pledges of one pledger in one campaign, with their region and employment type. */
public record Card(
        String region, EmploymentType employmentType, List<Pledge> pledges, Consent consent, Instant declaredAt) {

    public Card {
        pledges = List.copyOf(pledges);
    }

    /** The card that a fact declares. */
    public static Card of(PledgesDeclared fact) {
        return new Card(fact.region(), fact.employmentType(), fact.pledges(), fact.consent(), fact.declaredAt());
    }

    /**
     * Decides on a submission.
     *
     * @param current the card that the pledger has, if any
     * @param now is cut to the hour in what is declared
     */
    public static Decision decide(
            @Nullable Card current, Submission submission, CampaignDefinition campaign, Instant now) {
        return switch (campaign.stateAt(now)) {
            case DRAFT -> new Decision.NotOpen();
            case OPEN -> new OpenCampaignDecision(current, submission, campaign, hour(now)).decide();
            case CLOSED -> withdrawalOnly(current, submission, now);
        };
    }

    private static Decision withdrawalOnly(@Nullable Card current, Submission submission, Instant now) {
        if (current == null || !submissionOf(current, submission)) {
            return new Decision.Closed();
        }
        return new Decision.Declared(current.withPledges(pledgesOf(submission), now));
    }

    /** Whether a submission only takes away from a card: nothing is added and nothing changed. */
    static boolean submissionOf(Card current, Submission submission) {
        List<Pledge> left = pledgesOf(submission);
        return current.region.equals(submission.region())
                && current.employmentType.wireName().equals(submission.employmentType())
                && left.size() == submission.pledges().size()
                && left.stream().distinct().count() == left.size()
                && current.pledges.containsAll(left);
    }

    static List<Pledge> pledgesOf(Submission submission) {
        return submission.pledges().stream()
                .<Pledge>mapMulti((pledge, found) -> {
                    String action = pledge.action();
                    if (action != null) {
                        found.accept(new Pledge(action, pledge.onlyIf()));
                    }
                })
                .toList();
    }

    /** This card with other pledges under the same consent. */
    Card withPledges(List<Pledge> others, Instant now) {
        return new Card(region, employmentType, others, consent, hour(now));
    }

    /** Whether region and employment type are the same. */
    public boolean isFromTheSameGroup(Card other) {
        return region.equals(other.region) && employmentType == other.employmentType;
    }

    /** Whether this pledge stands on this card. */
    public boolean holds(Pledge pledge) {
        return pledges.contains(pledge);
    }

    /** The submission that would leave only these pledges on this card. */
    public Submission keeping(List<Pledge> some) {
        return new Submission(
                region,
                employmentType.wireName(),
                null,
                some.stream()
                        .map(pledge -> new Submission.SubmittedPledge(pledge.action(), pledge.onlyIf()))
                        .toList());
    }

    /** Whether this is the card that the submission asks for. */
    public boolean isAsSubmitted(Submission submission) {
        return submissionOf(this, submission) && submission.pledges().size() == pledges.size();
    }

    /** What this card says to the event log. */
    public PledgesDeclared fact(String campaign, Pledger pledger) {
        return new PledgesDeclared(campaign, pledger.name(), region, employmentType, pledges, consent, declaredAt);
    }

    /** Times are cut to the hour, so that they cannot be matched with anything. */
    static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
