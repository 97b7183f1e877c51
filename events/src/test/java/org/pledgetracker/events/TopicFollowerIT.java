package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicFollowerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> broker = RealBroker.get().clientSettings();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeAll
    void provision() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            new TopicProvisioning(1, true).provision(admin, Topics.ALL);
        }
    }

    @AfterAll
    void close() {
        producer.close();
    }

    @Test
    void readsWhatWasThereAndWhatComesLater() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        send(Topics.CAMPAIGN_KEYS.record(key("first"), Instant.EPOCH));
        try (TopicFollower follower = follower(Topics.CAMPAIGN_KEYS, record -> seen.add(record))) {
            assertThat(follower.awaitCaughtUp(Duration.ofMillis(1))).isFalse();
            assertThat(follower.lag()).isNaN();
            follower.start();
            assertThat(follower.awaitCaughtUp(PATIENCE)).isTrue();
            assertThat(seen).contains("first");

            RecordMetadata later = send(Topics.CAMPAIGN_KEYS.record(key("second"), Instant.EPOCH));

            assertThat(follower.awaitHandled(Topics.CAMPAIGN_KEYS, later.partition(), later.offset(), PATIENCE))
                    .isTrue();
            assertThat(seen).contains("second");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(follower.lag()).isZero());
        }
    }

    @Test
    void doesNotWaitForARecordThatNeverComesLongerThanAsked() throws Exception {
        try (TopicFollower follower = follower(Topics.DELIVERIES, record -> {})) {
            follower.start();
            assertThat(follower.awaitHandled(Topics.DELIVERIES, 0, 1_000_000, Duration.ofMillis(50)))
                    .isFalse();
        }
    }

    @Test
    void skipsAnUnreadableValueAndStopsAtAnUnknownVersion() throws Exception {
        send(new ProducerRecord<>("tallies", 3, bytes("c/a"), bytes("not json")));
        List<String> handled = new ArrayList<>();
        TopicFollower follower = new TopicFollower("stops", broker, List.of(Topics.TALLIES), record -> {
            handled.add(new String(record.value(), StandardCharsets.UTF_8));
            Topics.TALLIES.read(record.value());
        });
        try (follower) {
            follower.start();
            await().atMost(PATIENCE).until(follower::caughtUp);
            assertThat(follower.halted()).isNull();

            send(new ProducerRecord<>("tallies", 3, bytes("c/a"), bytes("{\"type\":\"tally.counted.v2\"}")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(follower.halted()).isNotNull());
            assertThat(handled).hasSize(2);
        }
    }

    @Test
    void provisioningTwiceChangesNothingAndAWrongPartitionCountIsRefused() throws Exception {
        Topic<CampaignDefined> wrong =
                new Topic<>("wrongly-cut", CampaignDefined.class, Writer.PLEDGE_SERVICE, Retention.LATEST);
        try (Admin admin = Admin.create(broker)) {
            new TopicProvisioning(1, true).provision(admin, Topics.ALL);
            admin.createTopics(List.of(new NewTopic("wrongly-cut", 3, (short) 1)))
                    .all()
                    .get();

            Assertions.assertThatThrownBy(() -> new TopicProvisioning(1, true).provision(admin, List.of(wrong)))
                    .hasMessageContaining("needs 8 partitions")
                    .hasMessageContaining("'wrongly-cut' has 3");
        }
    }

    private TopicFollower follower(Topic<?> topic, java.util.function.Consumer<String> seen) {
        return new TopicFollower(
                "test-follower",
                new HashMap<>(broker),
                List.of(topic),
                record -> seen.accept(new String(record.key(), StandardCharsets.UTF_8)));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        return producer.send(record).get();
    }

    private static CampaignKeyCreated key(String campaign) {
        return new CampaignKeyCreated(campaign, "d3JhcHBlZA==", "fingerprint", Instant.EPOCH, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
