package org.pledgetracker.tally.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.recount.RecountPledges;
import org.pledgetracker.webkit.TestTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * On a broker of its own: kills and freezes the counting, and compares with cards that the test remembers. In full, which takes
 * several minutes more: {@code -Dcrash.kills=10 -Dcrash.cards=200000}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** It reads the log once for each campaign. */
    private static final Duration RECOUNTED = Duration.ofMinutes(5);

    private static final int CARDS = Integer.getInteger("crash.cards", 20_000);
    private static final int KILLS = Integer.getInteger("crash.kills", 4);
    /** Enough for a kill to meet a busy service; every recount reads the whole log again, so not more. */
    private static final int AT_ONCE = 100;
    /** For every threshold to be reached that can be, whichever test comes first. */
    private static final int ENOUGH = 20_000;

    private final RealBroker broker = RealBroker.forked();
    private final TestTokens tokens = TestTokens.start();
    private final ManyCampaigns campaigns = new ManyCampaigns(20261124);
    private final Random moments = new Random(7);
    private final Map<String, TallyCounted> tallies = new HashMap<>();
    private final AtomicInteger published = new AtomicInteger();
    private final List<String> crossings = new CopyOnWriteArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final TopicFollower follower = new TopicFollower(
            "crash-test", broker.clientSettings(), List.of(Topics.TALLIES, Topics.THRESHOLD_EVENTS), this::take);

    @BeforeAll
    void begin() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, false).provision(admin, Topics.ALL);
        }
        campaigns.define(producer);
        follower.start();
    }

    @AfterAll
    void end() {
        follower.close();
        producer.close();
        tokens.close();
    }

    @Test
    @Order(1)
    void killedAgainAndAgainInTheMiddleOfManyCardsItLosesAndDoublesNothing() throws Exception {
        AtomicBoolean killing = new AtomicBoolean(true);
        try (TallyProcess tally = new TallyProcess("killed", broker.bootstrapServers(), tokens);
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Integer> written = writer.submit(() -> writeAtAPaceWhile(killing));
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    int before = published.get();
                    await().atMost(PATIENCE).until(() -> published.get() > before);
                    // it counts now; somewhere between a commit and the next
                    LockSupport.parkNanos(
                            Duration.ofMillis(moments.nextInt(2_000)).toNanos());
                    assertThat(tally.isAlive()).as("it did not end by itself").isTrue();
                    tally.kill();
                    tally.restart();
                }
            } finally {
                // else a failure would wait for the writer for ever
                killing.set(false);
            }
            assertThat(written.get()).isGreaterThanOrEqualTo(CARDS);
            aRecountAgrees();
        }
    }

    /** Writes as long as the killing goes on, more slowly once there are enough: each is counted again and again. */
    private int writeAtAPaceWhile(AtomicBoolean killing) throws ExecutionException, InterruptedException {
        int written = 0;
        while (killing.get() || written < CARDS) {
            campaigns.write(producer, AT_ONCE);
            written += AT_ONCE;
            LockSupport.parkNanos(Duration.ofMillis(written < CARDS ? 80 : 400).toNanos());
        }
        return written;
    }

    @Test
    @Order(2)
    void frozenPastItsSessionInTheMiddleOfADecisionItLosesAndDoublesNothing() throws Exception {
        try (TallyProcess first = new TallyProcess("frozen", broker.bootstrapServers(), tokens)) {
            campaigns.writeUpTo(producer, ENOUGH);
            everythingIsCountedAndSaidOnce();
            first.restartFor(WorstMoment.FROZEN_BEFORE_ANNOUNCING);
            answersForEveryCampaign(first);
            campaigns.addLevel(producer, 900);
            await().atMost(PATIENCE).until(first::isFrozen);
            try (TallyProcess second = new TallyProcess("taking-over", broker.bootstrapServers(), tokens)) {
                campaigns.write(producer, 2_000);
                everythingIsCountedAndSaidOnce();
                first.thaw();
                answersForEveryCampaign(first);
                everythingIsCountedAndSaidOnce();
                campaigns.write(producer, 2_000);
                aRecountAgrees();
                assertThat(second.isAlive()).isTrue();
            }
        }
    }

    @Test
    @Order(3)
    void killedBetweenAnnouncingACrossingAndRememberingItAnnouncesItOnce() throws Exception {
        try (TallyProcess tally = new TallyProcess("remembering", broker.bootstrapServers(), tokens)) {
            campaigns.writeUpTo(producer, ENOUGH);
            everythingIsCountedAndSaidOnce();
            tally.restartFor(WorstMoment.KILLED_BEFORE_REMEMBERING);
            answersForEveryCampaign(tally);
            campaigns.addLevel(producer, 800);
            await().atMost(PATIENCE).until(() -> !tally.isAlive());
            tally.restart();
            aRecountAgrees();
        }
    }

    @Test
    @Order(4)
    void cardsThatWereCommittedAndNotYetPublishedArePublishedAfterARestart() throws Exception {
        try (TallyProcess tally = new TallyProcess("committing", broker.bootstrapServers(), tokens)) {
            campaigns.writeUpTo(producer, ENOUGH);
            everythingIsCountedAndSaidOnce();
            tally.stop();
            campaigns.write(producer, 1_000);
            commitEverything();
            tally.restart();
            aRecountAgrees();
        }
    }

    /** As if every card had been read: the group is ours once the broker no longer waits for the one that stopped. */
    private void commitEverything() {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            Map<TopicPartition, OffsetSpec> cards = new HashMap<>();
            for (int number = 0; number < ManyCampaigns.CAMPAIGNS; number++) {
                cards.put(cardsOf(ManyCampaigns.campaign(number)), OffsetSpec.latest());
            }
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
                admin.listOffsets(cards)
                        .all()
                        .get()
                        .forEach((at, end) -> ends.put(at, new OffsetAndMetadata(end.offset())));
                admin.alterConsumerGroupOffsets("tally-service", ends).all().get();
                return true;
            });
        }
    }

    @Test
    @Order(5)
    void threeInstancesShareTheCampaignsAndARollingRestartLosesAndDoublesNothing() throws Exception {
        List<TallyProcess> instances = new ArrayList<>();
        try {
            for (String name : List.of("one", "two", "three")) {
                instances.add(new TallyProcess(name, broker.bootstrapServers(), tokens));
            }
            campaigns.writeUpTo(producer, ENOUGH);
            everythingIsCountedAndSaidOnce();
            for (TallyProcess instance : instances) {
                campaigns.write(producer, 1_000);
                instance.stop();
                campaigns.write(producer, 1_000);
                instance.restart();
                everythingIsCountedAndSaidOnce();
            }
            for (TallyProcess instance : instances) {
                answersForEveryCampaign(instance);
            }
            takenOverAfterSigkill(instances);
        } finally {
            instances.forEach(TallyProcess::close);
        }
    }

    /** Also for those whose partitions another instance counts: after the last card there is no other right answer. */
    private void answersForEveryCampaign(TallyProcess instance) {
        for (int number = 0; number < ManyCampaigns.CAMPAIGNS; number++) {
            String campaign = ManyCampaigns.campaign(number);
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode actions = answer(instance, campaign, "tallies").path("actions");
                assertThat(actions.size()).isEqualTo(ManyCampaigns.actions().size());
                for (JsonNode action : actions) {
                    assertThat(action.at("/total/pledged").asLong(-1))
                            .as(instance.instance() + " about " + campaign)
                            .isEqualTo(campaigns.pledged(
                                    campaign, action.path("action").asString()));
                }
                for (JsonNode threshold : answer(instance, campaign, "thresholds")) {
                    boolean reached = threshold.at("/atLeast/count").asInt() < ManyCampaigns.NEVER;
                    assertThat(threshold.path("reached").asBoolean()).isEqualTo(reached);
                    assertThat(threshold.path("crossing").asInt()).isEqualTo(reached ? 1 : 0);
                }
            });
        }
    }

    private static JsonNode answer(TallyProcess instance, String campaign, String what) throws InterruptedException {
        String answer = instance.answer(campaign, what);
        assertThat(answer).as(instance.instance() + " answers " + what).isNotNull();
        return JSON.readTree(String.valueOf(answer));
    }

    /** The one that counts a campaign is killed, so that its cards wait until another takes over. */
    private void takenOverAfterSigkill(List<TallyProcess> instances) throws Exception {
        String counting = countingInstance(ManyCampaigns.campaign(0));
        TallyProcess owner = instances.stream()
                .filter(instance -> counting.startsWith("tally-service-" + instance.instance() + "-"))
                .findFirst()
                .orElseThrow();
        owner.kill();
        long killed = System.nanoTime();
        campaigns.write(producer, 1_000);
        everyCardIsCounted();
        LOG.info(
                "Taken over and counted {} ms after SIGKILL",
                Duration.ofNanos(System.nanoTime() - killed).toMillis());
        assertThat(countingInstance(ManyCampaigns.campaign(0))).isNotEqualTo(counting);
        aRecountAgrees();
    }

    private String countingInstance(String campaign) throws Exception {
        TopicPartition partition = cardsOf(campaign);
        try (Admin admin = Admin.create(broker.clientSettings())) {
            return admin.describeConsumerGroups(List.of("tally-service")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> member.assignment().topicPartitions().contains(partition))
                    .map(member -> member.groupInstanceId().orElseThrow())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static TopicPartition cardsOf(String campaign) {
        return new TopicPartition(Topics.PLEDGES.name(), Partitions.of(campaign));
    }

    private void everythingIsCountedAndSaidOnce() {
        everyCardIsCounted();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(crossings).containsAll(campaigns.crossings()));
        assertThat(crossings).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(campaigns.crossings());
    }

    /** Down to the last condition; at the end of a test, since it reads the whole log. */
    private void aRecountAgrees() {
        await().atMost(RECOUNTED)
                .untilAsserted(() -> assertThat(new RecountPledges(broker.clientSettings()).recount())
                        .satisfies(report -> assertThat(report.agrees()).isTrue())
                        .satisfies(report -> assertThat(report.campaigns()).isEqualTo(ManyCampaigns.CAMPAIGNS)));
        everythingIsCountedAndSaidOnce();
    }

    private void everyCardIsCounted() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            for (int number = 0; number < ManyCampaigns.CAMPAIGNS; number++) {
                for (String action : ManyCampaigns.actions()) {
                    String campaign = ManyCampaigns.campaign(number);
                    assertThat(published(campaign, action))
                            .as(campaign + "/" + action)
                            .isEqualTo(campaigns.pledged(campaign, action));
                }
            }
        });
    }

    private long published(String campaign, String action) {
        synchronized (tallies) {
            TallyCounted tally = tallies.get(campaign + "/" + action);
            return tally == null
                    ? -1
                    : tally.cells().stream()
                            .mapToLong(TallyCounted.Cell::pledged)
                            .sum();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte[] value = Objects.requireNonNull(record.value());
        if (record.topic().equals(Topics.TALLIES.name())) {
            synchronized (tallies) {
                tallies.put(key, Topics.TALLIES.read(value));
            }
            published.incrementAndGet();
        } else {
            var crossing = Topics.THRESHOLD_EVENTS.read(value);
            String kind = crossing instanceof ThresholdReached ? " reached " : " lost ";
            crossings.add(key + kind + crossing.crossing());
        }
    }
}
