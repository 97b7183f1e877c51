package org.pledgetracker.tally.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.events.EmploymentType.LOCUM;
import static org.pledgetracker.events.EmploymentType.PARTNER;
import static org.pledgetracker.events.EmploymentType.SALARIED;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.HALF_EVERYWHERE;
import static org.pledgetracker.tally.SampleCampaign.HALF_OF_REGION;
import static org.pledgetracker.tally.SampleCampaign.MOST_OF_REGION;
import static org.pledgetracker.tally.SampleCampaign.RESIGN;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;

class TallyTest {

    private final Map<Group, Integer> pledged = new LinkedHashMap<>();

    @Test
    void aFirmPledgeIsInForce() {
        pledge(3, "london", PARTNER, null);

        assertThat(sum(definition(), "london")).isEqualTo(new Figures(3, 3, 3));
        assertThat(sum(definition(), "wales")).isEqualTo(new Figures(0, 0, 0));
        assertThat(sum(definition(), null)).isEqualTo(new Figures(3, 3, 3));
    }

    @Test
    void iWillIfYouWillWorks() {
        pledge(5, "london", PARTNER, HALF_OF_REGION);
        pledge(5, "london", SALARIED, HALF_OF_REGION);

        assertThat(sum(definition(), "london")).isEqualTo(new Figures(10, 0, 10));
    }

    @Test
    void aConditionThatFailsTakesOthersWithIt() {
        pledge(4, "london", PARTNER, null);
        pledge(6, "london", SALARIED, MOST_OF_REGION);
        pledge(5, "london", PARTNER, HALF_OF_REGION);

        // 4 + 6 + 5 are not 80 % of 20, and 4 + 5 are not 50 %
        assertThat(sum(definition(), "london")).isEqualTo(new Figures(15, 4, 4));
    }

    @Test
    void aConditionEverywhereLooksAtAllRegions() {
        pledge(10, "wales", PARTNER, null);
        pledge(10, "london", PARTNER, HALF_EVERYWHERE);

        assertThat(sum(definition(), null).inForce()).isEqualTo(20);
    }

    @Test
    void locumsCountInNoShareButTheirOwnConditionLooksAtIt() {
        pledge(50, "london", LOCUM, HALF_OF_REGION);
        pledge(9, "london", PARTNER, null);
        assertThat(sum(definition(), "london").inForce()).isEqualTo(9);

        pledge(1, "london", SALARIED, null);
        assertThat(sum(definition(), "london").inForce()).isEqualTo(60);
    }

    @Test
    void aShareIsOfThoseToWhomTheActionIsNotClosed() {
        // only the ten partners may resign
        pledged.put(new Group(RESIGN, "london", PARTNER, HALF_OF_REGION), 5);

        assertThat(tally(definition(), RESIGN)
                        .sum("london", EnumSet.allOf(EmploymentType.class))
                        .inForce())
                .isEqualTo(5);
    }

    @Test
    void aConditionNeverHoldsOverAnUnknownElectorate() {
        pledge(20, "unknown-shire", PARTNER, HALF_OF_REGION);
        pledge(20, "london", PARTNER, HALF_EVERYWHERE);
        CampaignDefinition definition = definition(CampaignState.OPEN, List.of("london", "wales", "unknown-shire"));

        assertThat(sum(definition, null).inForce()).isZero();
    }

    @Test
    void whatTheDefinitionDoesNotAllowIsSetAside() {
        pledged.put(new Group(RESIGN, "london", SALARIED, null), 3);
        pledge(2, "unknown-shire", PARTNER, null);

        assertThat(tally(definition(), RESIGN).sum(null, EnumSet.allOf(EmploymentType.class)))
                .isEqualTo(Figures.NONE);
        assertThat(sum(definition(), null)).isEqualTo(Figures.NONE);
    }

    @Test
    void everyCellOfTheCampaignIsListed() {
        assertThat(tally(definition(), CLOSE_DAY).cells()).hasSize(2 * 3);
    }

    @RepeatedTest(200)
    void whatIsInForceIsTheGreatestConsistentSet(RepetitionInfo seed) {
        Map<Group, Integer> waiting = waitingForEachOther(new Random(seed.getCurrentRepetition()));

        assertThat(InForce.of(electorate(), waiting)).isEqualTo(greatestByTryingAll(electorate(), waiting));
    }

    @Test
    void aChainOfConditionsFallsWhateverItsOrder() {
        Map<Group, Integer> chain = new LinkedHashMap<>();
        // 19 GPs of 20, of whom one wants 2, one wants 3 ... and one wants all 20: that one falls, then the next
        for (int wanted = 2; wanted <= 20; wanted++) {
            OnlyIf onlyIf = new OnlyIf(Share.ofPercent(5 * wanted), Scope.REGION);
            chain.put(new Group(CLOSE_DAY, "london", PARTNER, onlyIf), 1);
        }

        for (int seed = 0; seed < 20; seed++) {
            assertThat(InForce.of(electorate(), shuffled(chain, new Random(seed))))
                    .isEmpty();
        }
    }

    @RepeatedTest(100)
    void theOrderOfGroupsDoesNotMatter(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Map<Group, Integer> waiting = waitingForEachOther(random);

        assertThat(InForce.of(electorate(), shuffled(waiting, random))).isEqualTo(InForce.of(electorate(), waiting));
    }

    @RepeatedTest(100)
    void oneMoreFirmPledgeTakesNothingOutOfForce(RepetitionInfo seed) {
        Map<Group, Integer> waiting = waitingForEachOther(new Random(seed.getCurrentRepetition()));
        Set<Group> before = InForce.of(electorate(), waiting);
        waiting.merge(new Group(CLOSE_DAY, "london", PARTNER, null), 1, Integer::sum);

        assertThat(InForce.of(electorate(), waiting)).containsAll(before);
    }

    @Test
    void theTippingPointIsTheSmallestNumberThatBringsAConditionIntoForce() {
        pledge(4, "london", PARTNER, HALF_OF_REGION);
        pledge(2, "london", PARTNER, null);

        assertThat(TippingPoint.of(definition(), electorate().action(), "london", pledged))
                .isEqualTo(Optional.of(new TippingPoint(4, 4)));
    }

    @Test
    void thereIsNoTippingPointWhereTheRestWouldNotDo() {
        pledge(9, "wales", PARTNER, HALF_EVERYWHERE);
        pledge(5, "london", PARTNER, null);
        CampaignDefinition three = definition(CampaignState.OPEN, List.of("london", "wales", "kent", "devon"));

        assertThat(TippingPoint.of(three, electorate().action(), "london", pledged))
                .isEmpty();
    }

    /** Ten groups whose conditions are about as large as what the others amount to, and a few firm pledges. */
    private static Map<Group, Integer> waitingForEachOther(Random random) {
        Map<Group, Integer> waiting = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            Scope scope = random.nextBoolean() ? Scope.REGION : Scope.EVERYWHERE;
            OnlyIf onlyIf = new OnlyIf(Share.ofPercent(10 + 5 * random.nextInt(13)), scope);
            waiting.put(new Group(CLOSE_DAY, region(random), type(random), onlyIf), 1 + random.nextInt(4));
        }
        waiting.put(new Group(CLOSE_DAY, region(random), type(random), null), 1 + random.nextInt(4));
        return waiting;
    }

    private static String region(Random random) {
        return random.nextBoolean() ? "london" : "wales";
    }

    private static EmploymentType type(Random random) {
        return List.of(PARTNER, SALARIED, LOCUM).get(random.nextInt(3));
    }

    private static Map<Group, Integer> shuffled(Map<Group, Integer> groups, Random random) {
        List<Map.Entry<Group, Integer>> entries = new ArrayList<>(groups.entrySet());
        Collections.shuffle(entries, random);
        Map<Group, Integer> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }

    /** Every set of conditional groups together with all firm ones, the largest consistent one of them. */
    private static Set<Group> greatestByTryingAll(ActionElectorate electorate, Map<Group, Integer> counted) {
        List<Group> conditional =
                counted.keySet().stream().filter(g -> g.onlyIf() != null).toList();
        Set<Group> greatest = Set.of();
        for (int bits = 0; bits < 1 << conditional.size(); bits++) {
            Set<Group> tried = new HashSet<>(counted.keySet());
            for (int i = 0; i < conditional.size(); i++) {
                if ((bits & (1 << i)) == 0) {
                    tried.remove(conditional.get(i));
                }
            }
            if (tried.size() >= greatest.size() && tried.stream().allMatch(g -> met(g, tried, electorate, counted))) {
                greatest = tried;
            }
        }
        return greatest;
    }

    private static boolean met(
            Group group, Set<Group> tried, ActionElectorate electorate, Map<Group, Integer> counted) {
        OnlyIf onlyIf = group.onlyIf();
        if (onlyIf == null) {
            return true;
        }
        String region = onlyIf.scope() == Scope.REGION ? group.region() : null;
        long acting = tried.stream()
                .filter(g -> g.employmentType() != LOCUM)
                .filter(g -> region == null || region.equals(g.region()))
                .mapToLong(g -> counted.getOrDefault(g, 0))
                .sum();
        return onlyIf.share().isMetBy(acting, electorate.of(region, null).orElse(0));
    }

    private void pledge(int gps, String region, EmploymentType type, @Nullable OnlyIf onlyIf) {
        pledged.merge(new Group(CLOSE_DAY, region, type, onlyIf), gps, Integer::sum);
    }

    private Figures sum(CampaignDefinition definition, @Nullable String region) {
        return tally(definition, CLOSE_DAY).sum(region, EnumSet.allOf(EmploymentType.class));
    }

    private Tally tally(CampaignDefinition definition, String action) {
        Tally tally = Tally.of(definition, pledged).get(action);
        assertThat(tally).isNotNull();
        return Objects.requireNonNull(tally);
    }

    private static ActionElectorate electorate() {
        return new ActionElectorate(definition(), definition().action(CLOSE_DAY).orElseThrow());
    }
}
