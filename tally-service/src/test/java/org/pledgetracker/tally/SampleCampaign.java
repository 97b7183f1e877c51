package org.pledgetracker.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Threshold;

/** A campaign for tests: two actions, three regions (one with an unknown headcount), and random cards for it. */
public final class SampleCampaign {

    public static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    /** How long it stays open: past the day that tests run on real clocks. */
    public static final Duration OPEN_FOR = Duration.ofDays(10_000);

    public static final OnlyIf HALF_OF_REGION = new OnlyIf(Share.ofPercent(50), Scope.REGION);
    public static final OnlyIf HALF_EVERYWHERE = new OnlyIf(Share.ofPercent(50), Scope.EVERYWHERE);
    public static final OnlyIf MOST_OF_REGION = new OnlyIf(Share.ofPercent(80), Scope.REGION);
    public static final String CLOSE_DAY = "close-day";
    public static final String RESIGN = "resign";

    private static final List<OnlyIf> CONDITIONS = List.of(HALF_OF_REGION, HALF_EVERYWHERE, MOST_OF_REGION);

    private SampleCampaign() {}

    public static CampaignDefinition definition(Threshold... thresholds) {
        return definition(CampaignState.OPEN, List.of("london", "wales"), thresholds);
    }

    /** Ten partners, ten salaried GPs in each region except in unknown-shire, which nobody has counted. */
    public static CampaignDefinition definition(CampaignState state, List<String> regions, Threshold... thresholds) {
        List<Headcount> headcounts = new ArrayList<>();
        for (String region : regions) {
            if (!region.equals("unknown-shire")) {
                headcounts.add(new Headcount(region, EmploymentType.PARTNER, 10));
                headcounts.add(new Headcount(region, EmploymentType.SALARIED, 10));
            }
        }
        return new CampaignDefinition(
                "GP action",
                "",
                state,
                "the committee",
                AT.minus(Duration.ofDays(1)),
                AT.plus(OPEN_FOR),
                90,
                new CampaignDefinition.ConsentText("a", "I agree"),
                regions.stream().map(id -> new Region(id, id)).toList(),
                List.of(action(CLOSE_DAY, Openness.OPEN), action(RESIGN, Openness.CLOSED)),
                new Electorate("a count", LocalDate.of(2026, 1, 1), headcounts),
                CONDITIONS,
                List.of(thresholds),
                null,
                null);
    }

    /** The same, with other rules for when GPs see released figures. */
    public static CampaignDefinition published(
            CampaignDefinition definition, @Nullable Instant publishAt, @Nullable String publishOnReaching) {
        return new CampaignDefinition(
                definition.title(),
                definition.summary(),
                definition.state(),
                definition.approvedBy(),
                definition.opensAt(),
                definition.closesAt(),
                definition.eraseAfterDays(),
                definition.consent(),
                definition.regions(),
                definition.actions(),
                definition.electorate(),
                definition.conditions(),
                definition.thresholds(),
                publishAt,
                publishOnReaching);
    }

    public static CampaignDefined defined(String campaign, int version, CampaignDefinition definition) {
        return new CampaignDefined(campaign, version, "d" + version, "k", "test", AT, definition);
    }

    private static Action action(String id, Openness others) {
        Map<EmploymentType, Openness> openTo = Map.of(
                EmploymentType.PARTNER, Openness.OPEN, EmploymentType.SALARIED, others, EmploymentType.LOCUM, others);
        return new Action(id, id, "", "", ActionKind.BREACH_RISK, openTo, List.of());
    }

    public static Threshold count(String id, @Nullable String region, int count) {
        return threshold(id, region, AtLeast.count(count));
    }

    public static Threshold threshold(String id, @Nullable String region, AtLeast atLeast) {
        return new Threshold(
                id, id, CLOSE_DAY, region, null, atLeast, CountedBasis.PLEDGED, null, Duration.ofMinutes(10));
    }

    public static PledgesDeclared card(String pledger, String region, EmploymentType type, Pledge... pledges) {
        return new PledgesDeclared("c", pledger, region, type, List.of(pledges), new Consent("a", AT), AT);
    }

    /** A card of one of so many pledgers; now and then it pledges what the definition does not allow. */
    public static PledgesDeclared randomCard(Random random, int pledgers) {
        List<Pledge> pledges = new ArrayList<>();
        for (String action : List.of(CLOSE_DAY, RESIGN, "unheard-of")) {
            if (random.nextInt(3) > 0) {
                pledges.add(new Pledge(action, randomCondition(random)));
            }
        }
        String region = List.of("london", "wales", "unknown-shire").get(random.nextInt(3));
        EmploymentType type = List.of(EmploymentType.PARTNER, EmploymentType.SALARIED, EmploymentType.LOCUM)
                .get(random.nextInt(3));
        return card("p" + random.nextInt(pledgers), region, type, pledges.toArray(new Pledge[0]));
    }

    private static @Nullable OnlyIf randomCondition(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> HALF_OF_REGION;
            case 1 -> HALF_EVERYWHERE;
            case 2 -> MOST_OF_REGION;
            case 3 -> new OnlyIf(Share.ofPercent(1), Scope.REGION);
            default -> null;
        };
    }
}
