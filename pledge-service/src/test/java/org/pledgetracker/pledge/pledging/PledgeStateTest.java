package org.pledgetracker.pledge.pledging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.events.EmploymentType.LOCUM;
import static org.pledgetracker.events.EmploymentType.PARTNER;
import static org.pledgetracker.events.EmploymentType.SALARIED;
import static org.pledgetracker.pledge.pledging.PledgeState.CONDITION_MET;
import static org.pledgetracker.pledge.pledging.PledgeState.FIRM;
import static org.pledgetracker.pledge.pledging.PledgeState.SET_ASIDE;
import static org.pledgetracker.pledge.pledging.PledgeState.WAITING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedCell;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;
import org.pledgetracker.pledge.campaign.Samples;

/** North West has 2,600 partners and 1,550 salaried GPs, Wales 1,450 and 500: 60 % of North West are 2,490, 40 % of all 2,440. */
class PledgeStateTest {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final CampaignDefinition CAMPAIGN = Samples.definition(Samples.VALID);
    private static final OnlyIf SIX_IN_TEN = new OnlyIf(Share.ofPercent(60), Scope.REGION);
    private static final OnlyIf FOUR_IN_TEN = new OnlyIf(Share.ofPercent(40), Scope.EVERYWHERE);

    @Test
    void aConditionIsMetWhenTheReleasedPartnersAndSalariedGpsInForceAreItsShare() {
        assertThat(state(SIX_IN_TEN, northWest(1_500, 990))).isEqualTo(CONDITION_MET);
        assertThat(state(SIX_IN_TEN, northWest(1_500, 985))).isEqualTo(WAITING);
    }

    @Test
    void aConditionOfMyRegionLooksAtNoOther() {
        assertThat(state(SIX_IN_TEN, northWest(1_500, 985), wales(1_450, 500))).isEqualTo(WAITING);
    }

    @Test
    void aConditionOnEverywhereLooksAtAllRegions() {
        assertThat(state(FOUR_IN_TEN, northWest(1_000, 500), wales(800, 140))).isEqualTo(CONDITION_MET);
        assertThat(state(FOUR_IN_TEN, northWest(1_000, 500), wales(800, 135))).isEqualTo(WAITING);
    }

    @Test
    void aHiddenFigureIsNoughtAndLocumsAreInNoShare() {
        assertThat(state(SIX_IN_TEN, northWest(2_485, null))).isEqualTo(WAITING);
        assertThat(state(
                        SIX_IN_TEN,
                        region("north-west", cell(PARTNER, 2_000), cell(SALARIED, 400), cell(LOCUM, 5_000))))
                .isEqualTo(WAITING);
    }

    @Test
    void theShareIsOfThoseToWhomTheActionIsOpen() {
        // 60 % of the 2,600 partners are 1,560; salaried GPs cannot resign
        assertThat(state("resign", SIX_IN_TEN, CAMPAIGN, northWest(1_560, null)))
                .isEqualTo(CONDITION_MET);
        assertThat(state("resign", SIX_IN_TEN, CAMPAIGN, northWest(1_555, null)))
                .isEqualTo(WAITING);
    }

    @Test
    void overAnUnknownElectorateItWaits() {
        CampaignDefinition unknown = new CampaignDefinition(
                CAMPAIGN.title(),
                CAMPAIGN.summary(),
                CAMPAIGN.state(),
                CAMPAIGN.approvedBy(),
                CAMPAIGN.opensAt(),
                CAMPAIGN.closesAt(),
                CAMPAIGN.eraseAfterDays(),
                CAMPAIGN.consent(),
                CAMPAIGN.regions(),
                CAMPAIGN.actions(),
                new Electorate("somewhere", CAMPAIGN.electorate().asOf(), List.of()),
                CAMPAIGN.conditions(),
                CAMPAIGN.thresholds(),
                null,
                null);

        assertThat(state("work-to-rule", SIX_IN_TEN, unknown, northWest(2_600, 1_550)))
                .isEqualTo(WAITING);
    }

    @Test
    void withoutReleasesAConditionWaits() {
        assertThat(PledgeState.of(new Pledge("work-to-rule", SIX_IN_TEN), card(), CAMPAIGN, Map.of()))
                .isEqualTo(WAITING);
    }

    @Test
    void releasesChangeNothingAboutAFirmPledgeOrOneThatIsSetAside() {
        assertThat(state(null, northWest(2_600, 1_550))).isEqualTo(FIRM);
        assertThat(state(new OnlyIf(Share.ofPercent(10), Scope.REGION), northWest(2_600, 1_550)))
                .isEqualTo(SET_ASIDE);
    }

    private static PledgeState state(@Nullable OnlyIf onlyIf, ReleasedRegion... regions) {
        return state("work-to-rule", onlyIf, CAMPAIGN, regions);
    }

    private static PledgeState state(
            String action, @Nullable OnlyIf onlyIf, CampaignDefinition campaign, ReleasedRegion... regions) {
        TallyReleased release = new TallyReleased("c", action, 1, AT, Figures.HIDDEN, List.of(regions));
        return PledgeState.of(new Pledge(action, onlyIf), card(), campaign, Map.of(action, release));
    }

    private static Card card() {
        return new Card("north-west", PARTNER, List.of(), new Consent("v1", AT), AT);
    }

    private static ReleasedRegion northWest(@Nullable Integer partners, @Nullable Integer salaried) {
        return region("north-west", cell(PARTNER, partners), cell(SALARIED, salaried));
    }

    private static ReleasedRegion wales(@Nullable Integer partners, @Nullable Integer salaried) {
        return region("wales", cell(PARTNER, partners), cell(SALARIED, salaried));
    }

    private static ReleasedRegion region(String id, ReleasedCell... cells) {
        return new ReleasedRegion(id, Figures.HIDDEN, List.of(cells));
    }

    /** More are pledged than in force: only those in force are looked at. */
    private static ReleasedCell cell(EmploymentType type, @Nullable Integer inForce) {
        return new ReleasedCell(type, new Figures(5_000, null, inForce));
    }
}
