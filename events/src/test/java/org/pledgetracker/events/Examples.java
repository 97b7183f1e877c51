package org.pledgetracker.events;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One full and one sparse example of every event type; the golden files are these, written once. */
final class Examples {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant SOON = AT.plus(Duration.ofMinutes(5));
    private static final OnlyIf SIX_IN_TEN = new OnlyIf(Share.of(new BigDecimal("0.6")), Scope.REGION);

    private Examples() {}

    static Map<String, Event> all() {
        return Map.ofEntries(
                Map.entry("campaign.defined.v1", defined(fullDefinition())),
                Map.entry(
                        "campaign.defined.v1-answer-by",
                        defined(draftDefinition(new CampaignDefinition.ConsentText(
                                "b", "I agree to more", AT.plus(Duration.ofDays(14)))))),
                Map.entry("campaign.defined.v1-closed", closed()),
                Map.entry(
                        "campaign.defined.v1-draft",
                        defined(draftDefinition(new CampaignDefinition.ConsentText("a", "I agree")))),
                Map.entry(
                        "campaign.defined.v1-threshold",
                        defined(draftDefinition(new CampaignDefinition.ConsentText("a", "I agree"), "nw-partners"))),
                Map.entry("campaign-key.created.v1", new CampaignKeyCreated("gp-action", "c2VjcmV0", "fp", AT, null)),
                Map.entry(
                        "campaign-key.created.v1-members",
                        new CampaignKeyCreated("gp-action", "c2VjcmV0", "fp", AT, "https://sign-in.example sub")),
                Map.entry(
                        "pledges.declared.v1", card(Pledge.firm("work-to-rule"), new Pledge("close-day", SIX_IN_TEN))),
                Map.entry("pledges.declared.v1-empty", card()),
                Map.entry("tally.counted.v1", counted()),
                Map.entry("tally.released.v1", released()),
                Map.entry("tally.released.v1-moved", moved()),
                Map.entry("tally.recorded.v1", recorded()),
                Map.entry(
                        "figures.disclosed.v1",
                        new FiguresDisclosed(
                                "v-1", "gp-action", List.of("work-to-rule"), FiguresDisclosed.Form.CSV, AT)),
                Map.entry("threshold.reached.v1", reached("north-west", EmploymentType.PARTNER)),
                Map.entry("threshold.reached.v1-national", reached(null, null)),
                Map.entry("threshold.lost.v1", lost()),
                Map.entry(
                        "alert.acknowledged.v1",
                        new AlertAcknowledged("gp-action", "day-10", 1, "r-1", List.of("london"), AT)),
                Map.entry("alert.raised.v1", new AlertRaised("gp-action", "day-10", 1, 2, AT)),
                Map.entry("delivery.requested.v1", new DeliveryRequested(delivery(Channel.EMAIL, "m-1"), SOON, AT)),
                Map.entry("delivery.delivered.v1", new DeliveryDelivered(delivery(Channel.EMAIL, "m-1"), 2, AT)),
                Map.entry(
                        "delivery.failed.v1",
                        new DeliveryFailed(delivery(Channel.WEBHOOK, "m-2"), 1, "it answered 503", SOON, AT)),
                Map.entry(
                        "delivery.abandoned.v1",
                        new DeliveryAbandoned(delivery(Channel.WEBHOOK, "m-2"), 10, "it answered 410", AT)),
                Map.entry("subscription.set.v1", subscription()),
                Map.entry("subscription.set.v1-default", defaultSubscription()),
                Map.entry("subscription.set.v1-feed", subscriptionWithFeed()),
                Map.entry("subscription.set.v1-organisation", subscriptionOfTheOrganisation()));
    }

    private static CampaignDefined defined(CampaignDefinition definition) {
        return new CampaignDefined("gp-action", 3, "sha256:00", "fp", "file gp-action.yaml", AT, definition);
    }

    private static CampaignDefined closed() {
        CampaignDefinition definition = draftDefinition(new CampaignDefinition.ConsentText("a", "I agree"));
        return new CampaignDefined(
                "gp-action", 4, "sha256:00", "fp", "file gp-action.yaml", AT, definition, AT.plus(Duration.ofHours(1)));
    }

    private static CampaignDefinition fullDefinition() {
        Action action = new Action(
                "work-to-rule",
                "Work to rule",
                "Contracted duties and hours only",
                "Slow to be felt",
                ActionKind.WITHIN_CONTRACT,
                Map.of(
                        EmploymentType.PARTNER, Openness.OPEN,
                        EmploymentType.SALARIED, Openness.PRACTICE_DECIDES,
                        EmploymentType.LOCUM, Openness.CLOSED),
                List.of("north-west"));
        Threshold threshold = new Threshold(
                "nw-partners",
                "25 % of partners in North West",
                "work-to-rule",
                "north-west",
                EmploymentType.PARTNER,
                AtLeast.share(Share.ofPercent(25)),
                CountedBasis.IN_FORCE,
                AtLeast.count(600),
                Duration.ofMinutes(10));
        return new CampaignDefinition(
                "GP action 2026",
                "What GPs would do",
                CampaignState.OPEN,
                "The committee",
                AT,
                AT.plus(Duration.ofDays(100)),
                90,
                new CampaignDefinition.ConsentText("2026-09-a", "I agree"),
                List.of(new Region("north-west", "North West")),
                List.of(action),
                new Electorate(
                        "Headcount, rounded to 50",
                        LocalDate.of(2023, 3, 31),
                        List.of(new Electorate.Headcount("north-west", EmploymentType.PARTNER, 2600))),
                List.of(SIX_IN_TEN),
                List.of(threshold),
                AT.plus(Duration.ofDays(50)),
                null);
    }

    private static CampaignDefinition draftDefinition(CampaignDefinition.ConsentText consent) {
        return draftDefinition(consent, null);
    }

    private static CampaignDefinition draftDefinition(
            CampaignDefinition.ConsentText consent, @Nullable String publishOnReaching) {
        return new CampaignDefinition(
                "A draft",
                "",
                CampaignState.DRAFT,
                null,
                AT,
                AT.plus(Duration.ofDays(1)),
                90,
                consent,
                List.of(),
                List.of(),
                new Electorate("none yet", LocalDate.of(2026, 1, 1), List.of()),
                List.of(),
                List.of(),
                null,
                publishOnReaching);
    }

    private static PledgesDeclared card(Pledge... pledges) {
        return new PledgesDeclared(
                "gp-action",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "north-west",
                EmploymentType.PARTNER,
                List.of(pledges),
                new Consent("2026-09-a", AT),
                AT);
    }

    private static TallyCounted counted() {
        return new TallyCounted(
                "gp-action",
                "work-to-rule",
                3,
                41,
                AT,
                List.of(new TallyCounted.Cell(
                        "north-west",
                        EmploymentType.PARTNER,
                        List.of(
                                new TallyCounted.Group(null, 12, true),
                                new TallyCounted.Group(SIX_IN_TEN, 3, false)))));
    }

    private static TallyReleased released() {
        TallyReleased.Figures figures = new TallyReleased.Figures(15, 10, null);
        return new TallyReleased(
                "gp-action",
                "work-to-rule",
                3,
                AT,
                figures,
                List.of(new TallyReleased.ReleasedRegion(
                        "north-west",
                        figures,
                        List.of(new TallyReleased.ReleasedCell(EmploymentType.LOCUM, TallyReleased.Figures.HIDDEN)))));
    }

    private static TallyReleased moved() {
        TallyReleased.Figures figures = new TallyReleased.Figures(15, 10, 10);
        return new TallyReleased(
                "gp-action",
                "work-to-rule",
                3,
                AT.plusSeconds(60),
                figures,
                List.of(new TallyReleased.ReleasedRegion("north-west", figures, List.of(), AT.plusSeconds(60))),
                AT);
    }

    private static TallyRecorded recorded() {
        TallyReleased released = released();
        return new TallyRecorded("gp-action", "work-to-rule", 3, AT, true, released.total(), released.regions());
    }

    private static ThresholdReached reached(@Nullable String region, @Nullable EmploymentType type) {
        return new ThresholdReached(
                "gp-action",
                "day-10",
                1,
                "10 GPs close for a day",
                "close-day",
                region,
                type,
                AtLeast.count(10),
                10,
                CountedBasis.PLEDGED,
                ThresholdCrossed.Cause.PLEDGES,
                3,
                41,
                AT);
    }

    private static ThresholdLost lost() {
        return new ThresholdLost(
                "gp-action",
                "nw-partners",
                2,
                "25 % of partners in North West",
                "work-to-rule",
                "north-west",
                EmploymentType.PARTNER,
                AtLeast.share(Share.ofPercent(25)),
                650,
                CountedBasis.IN_FORCE,
                ThresholdCrossed.Cause.DEFINITION,
                4,
                57,
                AT);
    }

    private static Delivery delivery(Channel channel, String address) {
        return new Delivery("gp-action", "day-10", 1, "r-1", channel, address);
    }

    private static SubscriptionSet subscription() {
        return new SubscriptionSet(
                "r-1",
                null,
                false,
                List.of("london"),
                new SubscriptionSet.Interest(
                        List.of("gp-action"),
                        true,
                        List.of("london"),
                        List.of(EmploymentType.PARTNER),
                        List.of("close-day"),
                        List.of("gp-action/day-10")),
                new SubscriptionSet.Timing(LocalTime.of(18, 0), LocalTime.of(22, 0), LocalTime.of(7, 0)),
                new SubscriptionSet.Contact("c2VjcmV0", "m-1", AT, null),
                new SubscriptionSet.Contact("c2VjcmV0", "m-2", AT, "it answered 410"),
                null,
                "7-12",
                LocalDate.of(2026, 11, 2),
                AT);
    }

    private static SubscriptionSet defaultSubscription() {
        return plain("r-1", null, null, null);
    }

    private static SubscriptionSet subscriptionWithFeed() {
        return plain("r-1", null, null, new SubscriptionSet.Feed("m-3", AT));
    }

    private static SubscriptionSet subscriptionOfTheOrganisation() {
        return plain("o-1", "Chat room", new SubscriptionSet.Contact("c2VjcmV0", "m-2", AT, null), null);
    }

    private static SubscriptionSet plain(
            String rep,
            @Nullable String organisation,
            SubscriptionSet.@Nullable Contact webhook,
            SubscriptionSet.@Nullable Feed feed) {
        return new SubscriptionSet(
                rep,
                organisation,
                true,
                List.of(),
                new SubscriptionSet.Interest(List.of(), true, List.of(), List.of(), List.of(), List.of()),
                new SubscriptionSet.Timing(null, null, null),
                null,
                webhook,
                feed,
                "",
                LocalDate.of(2026, 11, 2),
                AT);
    }
}
