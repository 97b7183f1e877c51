package org.pledgetracker.tally.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.HALF_OF_REGION;
import static org.pledgetracker.tally.SampleCampaign.definition;
import static org.pledgetracker.tally.SampleCampaign.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.events.ThresholdCrossed.Cause;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.counting.Tally;

class LatchTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private Latch latch = Latch.NEW;
    private Instant now = AT;

    @Test
    void isReachedOnceAndQuietWhileItStaysReached() {
        assertThat(look(99)).isNull();
        assertThat(look(100)).isEqualTo(Cause.PLEDGES);
        assertThat(look(101)).isNull();
        assertThat(look(95)).isNull();
        assertThat(look(100)).isNull();
        assertThat(latch).isEqualTo(new Latch(true, 1, null));
    }

    @Test
    void isLostOnlyAfterItHasBeenBelowForLongEnough() {
        look(100);
        assertThat(look(94)).isNull();
        now = AT.plus(TEN_MINUTES).minusMillis(1);
        assertThat(look(94)).isNull();
        now = AT.plus(TEN_MINUTES);
        assertThat(look(94)).isEqualTo(Cause.PLEDGES);
        assertThat(latch).isEqualTo(new Latch(false, 2, null));
    }

    @Test
    void aDipThatEndsInTimeIsForgotten() {
        look(100);
        look(94);
        now = AT.plus(TEN_MINUTES).minusMillis(1);
        look(95);
        now = AT.plus(TEN_MINUTES);
        assertThat(look(94)).isNull();
        assertThat(latch.due(TEN_MINUTES)).contains(now.plus(TEN_MINUTES));
    }

    @Test
    void isReachedAgainWithTheNextNumber() {
        look(100);
        look(0);
        now = now.plus(TEN_MINUTES);
        look(0);
        assertThat(look(99)).isNull();
        assertThat(look(100)).isEqualTo(Cause.PLEDGES);
        assertThat(latch.crossing()).isEqualTo(3);
    }

    @Test
    void whatTookItBelowIsTheCauseOfItsLoss() {
        look(100);
        latch = latch.look(level(100, 200), TEN_MINUTES, Cause.DEFINITION, now).latch();
        now = now.plus(TEN_MINUTES);
        assertThat(latch.look(level(100, 200), TEN_MINUTES, Cause.PLEDGES, now).crossedBy())
                .isEqualTo(Cause.DEFINITION);
    }

    @Test
    void nobodyReachesNothing() {
        assertThat(new Level(0, OptionalLong.of(0), 0).isMet()).isFalse();
        assertThat(new Level(5, OptionalLong.empty(), 0).isMet()).isFalse();
    }

    @Test
    void isLostBelowNinetyFivePercentButAtLeastFiveBelow() {
        assertThat(level(threshold("t", null, AtLeast.count(200)), definition()).lostBelow())
                .isEqualTo(190);
        assertThat(level(threshold("t", null, AtLeast.count(10)), definition()).lostBelow())
                .isEqualTo(5);
    }

    @Test
    void aShareIsOfPartnersAndSalariedGpsOfItsRegion() {
        Level level = level(threshold("t", "london", AtLeast.share(Share.ofPercent(60))), definition());

        assertThat(level.required()).hasValue(12);
        assertThat(level.counted()).isEqualTo(7 + 2);
    }

    @Test
    void aCountIsOfEverybody() {
        assertThat(level(threshold("t", null, AtLeast.count(10)), definition()).counted())
                .isEqualTo(7 + 2 + 4);
    }

    @Test
    void aShareOfAnUnknownElectorateIsNeverReached() {
        Threshold share = threshold("t", null, AtLeast.share(Share.ofPercent(1)));
        CampaignDefinition unknown = definition(CampaignState.OPEN, List.of("london", "unknown-shire"));

        assertThat(level(share, unknown).isMet()).isFalse();
    }

    private static Level level(Threshold threshold, CampaignDefinition definition) {
        Map<Group, Integer> pledged = new HashMap<>();
        pledged.put(new Group(CLOSE_DAY, "london", EmploymentType.PARTNER, null), 7);
        pledged.put(new Group(CLOSE_DAY, "london", EmploymentType.SALARIED, HALF_OF_REGION), 2);
        pledged.put(new Group(CLOSE_DAY, "london", EmploymentType.LOCUM, null), 4);
        return Level.of(threshold, definition, Tally.of(definition, pledged).get(CLOSE_DAY));
    }

    private static Level level(long counted, long required) {
        return new Level(counted, OptionalLong.of(required), required * 95 / 100);
    }

    private @Nullable Cause look(long counted) {
        Latch.Step step = latch.look(level(counted, 100), TEN_MINUTES, Cause.PLEDGES, now);
        latch = step.latch();
        return step.crossedBy();
    }
}
