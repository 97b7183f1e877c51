package org.pledgetracker.pledge.pledging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.pledging.Submission.SubmittedPledge;

class CardTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:37:41Z");
    private static final Instant HOUR = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant AFTER_CLOSING = Instant.parse("2027-04-02T09:37:41Z");
    private static final CampaignDefinition CAMPAIGN = Samples.definition(Samples.VALID);
    private static final OnlyIf SIX_IN_TEN = new OnlyIf(Share.of(new BigDecimal("0.6")), Scope.REGION);
    private static final OnlyIf NINE_IN_TEN = new OnlyIf(Share.of(new BigDecimal("0.9")), Scope.REGION);
    private static final Consent EARLIER = new Consent("v0", Instant.parse("2026-10-01T09:00:00Z"));
    private static final Card BOTH = card(Pledge.firm("work-to-rule"), new Pledge("resign", SIX_IN_TEN));

    @Test
    void declaresTheWholeCardWithTimesCutToTheHour() {
        Submission submission = submission("north-west", "partner", "v1", firm("work-to-rule"), onlyIf("resign"));

        assertThat(Card.decide(null, submission, CAMPAIGN, NOW))
                .isEqualTo(new Decision.Declared(new Card(
                        "north-west",
                        EmploymentType.PARTNER,
                        List.of(Pledge.firm("work-to-rule"), new Pledge("resign", SIX_IN_TEN)),
                        new Consent("v1", HOUR),
                        HOUR)));
    }

    @Test
    void listsEveryFaultyField() {
        Submission submission = submission("atlantis", "partner", null, firm("dance"), firm("work-to-rule"));

        assertThat(faultyFields(null, submission)).containsExactly("region", "pledges[0].action", "consent.version");
    }

    @Test
    void refusesAnActionThatIsNotOpenToTheTypeOrRegion() {
        assertThat(faultyFields(null, submission("north-west", "locum", "v1", firm("work-to-rule"))))
                .containsExactly("pledges[0].action");
        assertThat(faultyFields(null, submission("wales", "partner", "v1", firm("resign"))))
                .containsExactly("pledges[0].action");
        assertThat(faultyFields(null, submission("wales", "salaried", "v1", firm("work-to-rule"))))
                .as("what the practice decides takes pledges")
                .isEmpty();
    }

    @Test
    void refusesAConditionThatIsNotOffered() {
        assertThat(faultyFields(
                        null,
                        submission("north-west", "partner", "v1", new SubmittedPledge("work-to-rule", NINE_IN_TEN))))
                .containsExactly("pledges[0].onlyIf");
    }

    @Test
    void refusesAnActionTwiceAndNoneAtAll() {
        assertThat(faultyFields(
                        null, submission("north-west", "partner", "v1", firm("work-to-rule"), onlyIf("work-to-rule"))))
                .containsExactly("pledges[1].action");
        assertThat(faultyFields(null, submission("north-west", "partner", "v1", new SubmittedPledge(null, null))))
                .containsExactly("pledges[0].action");
    }

    @Test
    void refusesWhoDoesNotAgreeToTheCurrentText() {
        assertThat(faultyFields(null, submission("wales", "partner", null, firm("work-to-rule"))))
                .containsExactly("consent.version");
        assertThat(faultyFields(null, submission("wales", "partner", "v0", firm("work-to-rule"))))
                .containsExactly("consent.version");
        assertThat(faultyFields(
                        BOTH, submission("north-west", "partner", "v0", firm("work-to-rule"), onlyIf("resign"))))
                .as("who adds nothing but takes nothing back either is asked again")
                .containsExactly("consent.version");
    }

    @Test
    void refusesUnknownTypesAndMissingOnes() {
        assertThat(faultyFields(null, submission("wales", "retired", "v1"))).containsExactly("employmentType");
        assertThat(faultyFields(null, submission(null, null, "v1"))).containsExactly("region", "employmentType");
    }

    @Test
    void aPledgeIsTakenBackWithoutAgreeingToANewText() {
        Decision decision =
                Card.decide(BOTH, submission("north-west", "partner", null, onlyIf("resign")), CAMPAIGN, NOW);

        assertThat(decision)
                .isEqualTo(new Decision.Declared(new Card(
                        "north-west",
                        EmploymentType.PARTNER,
                        List.of(new Pledge("resign", SIX_IN_TEN)),
                        EARLIER,
                        HOUR)));
    }

    @Test
    void aPledgeThatWasSetAsideDoesNotStopOthersFromChanging() {
        CampaignDefinition narrower = Samples.definition(Samples.VALID.replace("- {share: 0.6, scope: region}", ""));
        Submission adds = submission("north-west", "partner", "v1", onlyIf("resign"));
        Card setAside = card(new Pledge("resign", SIX_IN_TEN));

        assertThat(PledgeState.of(new Pledge("resign", SIX_IN_TEN), setAside, narrower, Map.of()))
                .isEqualTo(PledgeState.SET_ASIDE);
        assertThat(Card.decide(setAside, adds, narrower, NOW)).isInstanceOf(Decision.Declared.class);
        assertThat(Card.decide(null, adds, narrower, NOW)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aClosedCampaignTakesWithdrawalsOnly() {
        assertThat(decideClosed(BOTH, submission("north-west", "partner", "v1", firm("work-to-rule"))))
                .isInstanceOf(Decision.Declared.class);
        assertThat(decideClosed(BOTH, submission("north-west", "partner", "v1")))
                .isInstanceOf(Decision.Declared.class);
        assertThat(decideClosed(BOTH, submission("north-west", "partner", "v1", firm("resign"))))
                .as("firm instead of conditional is more")
                .isEqualTo(new Decision.Closed());
        assertThat(decideClosed(BOTH, submission("wales", "partner", "v1", firm("work-to-rule"))))
                .isEqualTo(new Decision.Closed());
        assertThat(decideClosed(null, submission("north-west", "partner", "v1")))
                .isEqualTo(new Decision.Closed());
    }

    @Test
    void aCampaignThatIsNotOpenYetTakesNothing() {
        assertThat(Card.decide(
                        null, submission("wales", "partner", "v1"), CAMPAIGN, Instant.parse("2026-08-01T00:00:00Z")))
                .isEqualTo(new Decision.NotOpen());
    }

    @Test
    void aPledgeIsFirmOrWaiting() {
        assertThat(BOTH.pledges().stream()
                        .map(pledge ->
                                PledgeState.of(pledge, BOTH, CAMPAIGN, Map.of()).wireName()))
                .containsExactly("firm", "waiting");
    }

    private static Decision decideClosed(@Nullable Card current, Submission submission) {
        return Card.decide(current, submission, CAMPAIGN, AFTER_CLOSING);
    }

    private static List<String> faultyFields(@Nullable Card current, Submission submission) {
        return switch (Card.decide(current, submission, CAMPAIGN, NOW)) {
            case Decision.Refused refused ->
                refused.faults().stream().map(FieldFault::field).toList();
            default -> List.of();
        };
    }

    private static Card card(Pledge... pledges) {
        return new Card("north-west", EmploymentType.PARTNER, List.of(pledges), EARLIER, EARLIER.at());
    }

    private static Submission submission(
            @Nullable String region, @Nullable String type, @Nullable String consent, SubmittedPledge... pledges) {
        return new Submission(region, type, consent, Stream.of(pledges).toList());
    }

    private static SubmittedPledge firm(String action) {
        return new SubmittedPledge(action, null);
    }

    private static SubmittedPledge onlyIf(String action) {
        return new SubmittedPledge(action, SIX_IN_TEN);
    }
}
