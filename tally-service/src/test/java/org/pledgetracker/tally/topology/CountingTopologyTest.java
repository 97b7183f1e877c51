package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgetracker.events.EmploymentType.LOCUM;
import static org.pledgetracker.events.EmploymentType.PARTNER;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.card;
import static org.pledgetracker.tally.SampleCampaign.count;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdCrossed.Cause;
import org.pledgetracker.events.ThresholdLost;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.tally.SampleCampaign;

class CountingTopologyTest {

    private final FixedLog log = new FixedLog();
    private Driver driver = new Driver(log);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void publishesEveryActionOfANewCampaignAndThenOnlyWhatChanges() {
        driver.define(1, definition());
        driver.tick();
        assertThat(driver.published(Topics.TALLIES))
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.offset()).isEqualTo(-1));

        driver.tick();
        assertThat(driver.published(Topics.TALLIES)).isEmpty();

        driver.declare(partner(1, "london"));
        driver.tick();
        TallyCounted tally = closeDay();
        assertThat(pledged(tally, "london")).isEqualTo(1);
        assertThat(tally.offset()).isZero();
    }

    @Test
    void aNewDefinitionPublishesEveryTallyUnderIt() {
        driver.define(1, definition());
        driver.tick();
        driver.published(Topics.TALLIES);
        driver.define(2, definition());
        driver.tick();

        assertThat(driver.published(Topics.TALLIES))
                .hasSize(2)
                .allSatisfy(tally -> assertThat(tally.definitionVersion()).isEqualTo(2));
    }

    @Test
    void aGpWhoMovesRegionNeverDipsTheNationalTally() {
        driver.define(1, definition(count("ten", null, 10)));
        partners(10, "london");
        driver.tick();
        driver.published(Topics.TALLIES);
        for (int gp = 0; gp < 10; gp++) {
            driver.declare(partner(gp, "wales"));
            driver.tick();
            assertThat(driver.published(Topics.TALLIES))
                    .singleElement()
                    .satisfies(tally -> assertThat(pledged(tally, null)).isEqualTo(10));
        }
        driver.after(Duration.ofMinutes(11));

        assertThat(driver.published(Topics.THRESHOLD_EVENTS)).hasSize(1);
    }

    @Test
    void aCrossingIsToldOnceWhenItIsPublished() {
        driver.define(1, definition(count("ten", "london", 10)));
        partners(9, "london");
        driver.tick();
        assertThat(driver.crossed()).isEmpty();
        partners(10, "london");
        driver.tick();
        driver.tick();

        assertThat(driver.crossed())
                .isEqualTo(driver.published(Topics.THRESHOLD_EVENTS))
                .hasSize(1);
    }

    @Test
    void aThresholdIsReachedOnceLostAfterItsTimeAndReachedAgain() {
        driver.define(1, definition(count("ten", "london", 10)));
        partners(10, "london");
        driver.tick();
        assertThat(crossed()).isInstanceOf(ThresholdReached.class).satisfies(c -> {
            assertThat(c.crossing()).isEqualTo(1);
            assertThat(c.cause()).isEqualTo(Cause.PLEDGES);
            assertThat(c.offset()).isEqualTo(9);
        });

        for (int gp = 0; gp < 6; gp++) {
            driver.erase(partner(gp, "london"));
        }
        driver.tick();
        driver.after(Duration.ofMinutes(9));
        assertThat(driver.published(Topics.THRESHOLD_EVENTS)).isEmpty();
        driver.after(Duration.ofMinutes(1));
        assertThat(crossed())
                .isInstanceOf(ThresholdLost.class)
                .satisfies(c -> assertThat(c.crossing()).isEqualTo(2));

        partners(10, "london");
        driver.tick();
        assertThat(crossed())
                .isInstanceOf(ThresholdReached.class)
                .satisfies(c -> assertThat(c.crossing()).isEqualTo(3));
    }

    @Test
    void aNewThresholdIsEvaluatedAtOnceAndSaysThatTheDefinitionWasTheCause() {
        driver.define(1, definition());
        partners(12, "london");
        driver.tick();
        driver.define(2, definition(count("ten", null, 10)));
        driver.tick();

        assertThat(crossed().cause()).isEqualTo(Cause.DEFINITION);
    }

    @Test
    void aClosedCampaignIsCountedButCrossesNothing() {
        driver.define(1, definition(CampaignState.CLOSED, List.of("london"), count("ten", null, 10)));
        partners(12, "london");
        driver.tick();

        assertThat(pledged(closeDay(), null)).isEqualTo(12);
        assertThat(driver.published(Topics.THRESHOLD_EVENTS)).isEmpty();
    }

    @Test
    void theTalliesOfAClosedCampaignFollowItsCardsUntilTheseAreErasedAndThenRemain() {
        driver.define(1, definition(CampaignState.CLOSED, List.of("london")));
        partners(12, "london");
        driver.tick();
        driver.published(Topics.TALLIES);
        driver.after(Duration.ofDays(90).minus(Duration.ofMinutes(1)));
        driver.erase(partner(0, "london"));
        driver.tick();
        assertThat(pledged(closeDay(), null)).as("withdrawn in time").isEqualTo(11);
        driver.published(Topics.RELEASES);

        driver.after(Duration.ofMinutes(1));
        for (int gp = 0; gp < 12; gp++) {
            driver.erase(partner(gp, "london"));
        }
        driver.tick();
        assertThat(driver.published(Topics.TALLIES)).isEmpty();
        assertThat(driver.published(Topics.RELEASES)).isEmpty();
    }

    @Test
    void aRestartAfterTheCardsAreErasedLeavesTheTalliesAsTheyWere() {
        driver.define(1, definition(CampaignState.CLOSED, List.of("london")));
        partners(12, "london");
        driver.tick();
        driver.close();

        driver = new Driver(log);
        driver.after(Duration.ofDays(90));
        driver.define(1, definition(CampaignState.CLOSED, List.of("london")));
        partners(12, "london");
        for (int gp = 0; gp < 12; gp++) {
            driver.erase(partner(gp, "london"));
        }
        driver.tick();
        assertThat(driver.published(Topics.TALLIES)).isEmpty();
    }

    @Test
    void nothingIsDecidedBeforeEverythingThatStoodInTheLogIsCounted() {
        driver.close();
        log.endsAt(Topics.CAMPAIGNS, 0);
        log.endsAt(Topics.PLEDGES, 19);
        driver = new Driver(log);
        driver.define(1, definition(count("ten", null, 10)));
        partners(10, "london");
        driver.tick();
        assertThat(driver.published(Topics.TALLIES)).isEmpty();

        for (int gp = 0; gp < 10; gp++) {
            driver.erase(partner(gp, "london"));
        }
        driver.tick();
        assertThat(pledged(closeDay(), null)).isZero();
        assertThat(driver.published(Topics.THRESHOLD_EVENTS)).isEmpty();
    }

    @Test
    void aResetApplicationReadsEverythingAgainAndAnnouncesNothingTwice() {
        driver.define(1, definition(count("ten", null, 10)));
        partners(12, "london");
        driver.tick();
        driver.published(Topics.THRESHOLD_EVENTS)
                .forEach(crossed -> log.add(Topics.THRESHOLD_EVENTS.record(crossed, AT)));
        List<TallyReleased> released = driver.published(Topics.RELEASES);
        released.forEach(release -> log.add(Topics.RELEASES.record(release, AT)));
        driver.close();

        driver = new Driver(log);
        driver.define(1, definition(count("ten", null, 10)));
        partners(12, "london");
        driver.tick();
        assertThat(released).isNotEmpty();
        assertThat(driver.published(Topics.THRESHOLD_EVENTS)).isEmpty();
        assertThat(driver.published(Topics.RELEASES)).isEmpty();
        assertThat(pledged(closeDay(), null)).isEqualTo(12);
    }

    @Test
    void theHistorySaysAtMostOnceAMinuteHowReleasesWentAndAtLastHowTheyEnded() {
        driver.define(1, definition());
        driver.tick();
        driver.after(Duration.ofMinutes(2));
        driver.published(Topics.TALLY_HISTORY);
        partners(10, "london");
        driver.tick();
        for (int gp = 10; gp < 20; gp++) {
            driver.declare(partner(gp, "london"));
            driver.tick();
        }
        driver.after(Duration.ofMinutes(2));
        assertThat(driver.published(Topics.TALLY_HISTORY)).singleElement().satisfies(recorded -> {
            assertThat(recorded.action()).isEqualTo(CLOSE_DAY);
            assertThat(recorded.total().pledged()).isEqualTo(20);
        });
        driver.after(Duration.ofMinutes(5));
        assertThat(driver.published(Topics.TALLY_HISTORY)).isEmpty();

        // its dates end it: nobody says so again
        driver.after(SampleCampaign.OPEN_FOR.plusDays(1));
        assertThat(driver.published(Topics.TALLY_HISTORY))
                .hasSize(2)
                .allSatisfy(recorded -> assertThat(recorded.closing()).isTrue());
        driver.erase(partner(0, "london"));
        driver.after(Duration.ofMinutes(5));
        assertThat(driver.published(Topics.TALLY_HISTORY)).isEmpty();
    }

    @Test
    void anUnreadableValueCountsAsNothingAndGoesToTheDeadLetters() {
        driver.define(1, definition());
        partners(2, "london");
        driver.write(partner(0, "london").key(), "{not a card");
        driver.tick();

        assertThat(pledged(closeDay(), null)).isEqualTo(1);
        assertThat(driver.records(Topics.PLEDGES_DEAD_LETTERS)).singleElement().satisfies(dead -> {
            assertThat(dead.value()).isEqualTo("{not a card".getBytes(UTF_8));
            assertThat(header(dead, "topic")).isEqualTo("pledges");
            assertThat(header(dead, "offset")).isEqualTo("2");
            assertThat(header(dead, "reason")).isNotEmpty();
        });
    }

    @Test
    void anUnknownVersionStopsTheTask() {
        driver.define(1, definition());

        assertThatThrownBy(() -> driver.write("c/p", "{\"type\":\"pledges.declared.v2\"}"))
                .hasRootCauseInstanceOf(UnknownEventVersion.class);
    }

    @Test
    void theMarkerIsIgnored() {
        driver.define(1, definition());
        driver.tick();
        driver.published(Topics.TALLIES);
        driver.write(Topics.MARKER_KEY, null);
        driver.write(Topics.MARKER_KEY, "whatever");
        driver.tick();

        assertThat(driver.published(Topics.TALLIES)).isEmpty();
        assertThat(driver.records(Topics.PLEDGES_DEAD_LETTERS)).isEmpty();
    }

    @Test
    void whatTheDefinitionSetsAsideCountsAgainOnceItAllowsIt() {
        driver.define(1, definition(CampaignState.OPEN, List.of("london")));
        driver.declare(card("p", "wales", LOCUM, Pledge.firm(CLOSE_DAY)));
        driver.tick();
        assertThat(pledged(closeDay(), null)).isZero();

        driver.define(2, definition(CampaignState.OPEN, List.of("london", "wales")));
        driver.tick();
        assertThat(pledged(closeDay(), "wales")).isEqualTo(1);
    }

    private void partners(int gps, String region) {
        for (int gp = 0; gp < gps; gp++) {
            driver.declare(partner(gp, region));
        }
    }

    private static PledgesDeclared partner(int gp, String region) {
        return card("p" + gp, region, PARTNER, Pledge.firm(CLOSE_DAY));
    }

    private TallyCounted closeDay() {
        return driver.published(Topics.TALLIES).stream()
                .filter(tally -> tally.action().equals(CLOSE_DAY))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private ThresholdCrossed crossed() {
        List<ThresholdCrossed> crossed = driver.published(Topics.THRESHOLD_EVENTS);
        assertThat(crossed).hasSize(1);
        return crossed.getFirst();
    }

    private static int pledged(TallyCounted tally, @Nullable String region) {
        return tally.cells().stream()
                .filter(cell -> region == null || cell.region().equals(region))
                .mapToInt(TallyCounted.Cell::pledged)
                .sum();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
