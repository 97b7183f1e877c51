package org.pledgetracker.notifier.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.inbox.RunningNotifier;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.TestTokens;

/** Erasing as it runs, with times of seconds instead of months. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClearingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final NotifierKey key = new NotifierKey(RunningNotifier.MASTER_KEY);
    private final String campaign = "c-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final Hook hook = new Hook();
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final TopicFollower follower = new TopicFollower(
            "clearing-test", broker.clientSettings(), List.of(Topics.DELIVERIES, Topics.SUBSCRIPTIONS), this::take);
    private RunningNotifier notifier;

    ClearingIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS));
        }
        notifier = start("3s");
    }

    @BeforeAll
    void begin() {
        await().atMost(PATIENCE).until(() -> notifier.readiness() == 200);
        follower.start();
    }

    @AfterAll
    void close() {
        follower.close();
        notifier.close();
        producer.close();
        tokens.close();
        hook.close();
    }

    @Test
    void aDeliverySettledLongAgoIsErasedAndNeverMadeAgain() throws Exception {
        String rep = tokens.rep("cleared");
        subscribe(rep, "/cleared");
        cross("cleared");
        await().atMost(PATIENCE).until(() -> hook.calls("/cleared").size() == 1);
        String delivery = await().atMost(PATIENCE)
                .until(() -> keys("/cleared/", "delivery.delivered.v1"), found -> found.size() == 1)
                .getFirst();

        await().atMost(PATIENCE).until(() -> "erased".equals(latest.get(delivery)));
        await().atMost(PATIENCE)
                .until(() -> !notifier.get("/deliveries", rep).body().contains("Ten or more: cleared"));
        assertThat(notifier.get("/", rep).body()).contains("Ten or more: cleared");

        notifier.close();
        notifier = start("3s");
        await().atMost(PATIENCE).until(() -> notifier.readiness() == 200);
        cross("cleared");
        subscribe(tokens.rep("cleared", "and-more"), "/control");
        cross("control", "cleared");
        await().atMost(PATIENCE).until(() -> hook.calls("/control").size() == 1);
        assertThat(calls("/cleared", "Ten or more: cleared")).isEqualTo(1);
    }

    @Test
    void whatIsStillToBeMadeIsKeptHoweverLongItTakes() throws Exception {
        String rep = tokens.rep("waiting");
        try (Hook down = new Hook()) {
            down.answer(503);
            notifier.put("/api/my-subscriptions", rep, "{\"webhook\":\"" + down.url("/waiting") + "\"}");
            cross("waiting");
            // for longer than what is settled is kept
            await().atMost(PATIENCE).until(() -> down.calls("/waiting").size() >= 6);
            assertThat(keys("/waiting/", "delivery.failed.v1")).hasSize(1);
            down.answer(204);
            await().atMost(PATIENCE).until(() -> keys("/waiting/", "erased").size() == 1);
        }
    }

    @Test
    void theSubscriptionOfALapsedRepIsErasedWithItsAddressesAndNobodyElses() throws Exception {
        String lapsed = handle();
        String still = handle();
        producer.send(Topics.SUBSCRIPTIONS.record(seen(lapsed, 32), Instant.now()))
                .get(10, TimeUnit.SECONDS);
        producer.send(Topics.SUBSCRIPTIONS.record(seen(still, 29), Instant.now()))
                .get(10, TimeUnit.SECONDS);

        await().atMost(PATIENCE).until(() -> "erased".equals(latest.get(lapsed)));
        assertThat(latest.get(still)).isEqualTo("subscription.set.v1");
        // the next look closes segments, so that what was erased leaves the disk
        await().atMost(PATIENCE).until(() -> latest.containsKey(Topics.MARKER_KEY));
    }

    private SubscriptionSet seen(String rep, int daysAgo) {
        Instant then = Instant.now().minus(Duration.ofDays(daysAgo));
        SubscriptionSet first = Subscriber.first(rep, Patch.of(Set.of("nowhere")), "", then);
        Contact email = new Contact(key.seal(rep, "gone@example.org"), key.mark("gone@example.org"), then, null);
        return Subscriber.with(first, first.interest(), first.timing(), email, null, then);
    }

    private static String handle() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    private RunningNotifier start(String kept) {
        return RunningNotifier.start(
                broker.bootstrapServers(),
                tokens,
                "--pledge-tracker.demo=true",
                "--pledge-tracker.deliveries-kept=" + kept,
                "--pledge-tracker.clear-every=PT0.5S",
                "--pledge-tracker.retries=" + "1s,".repeat(60) + "1s");
    }

    private void subscribe(String rep, String path) throws Exception {
        assertThat(notifier.put("/api/my-subscriptions", rep, "{\"webhook\":\"" + hook.url(path) + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void cross(String threshold) throws Exception {
        cross(threshold, threshold);
    }

    private void cross(String threshold, String region) throws Exception {
        ThresholdReached like = reached(campaign, threshold, region, 1);
        producer.send(Topics.THRESHOLD_EVENTS.record(Crossings.at(like, Instant.now()), Instant.now()))
                .get(10, TimeUnit.SECONDS);
    }

    private long calls(String path, String title) {
        return hook.calls(path).stream()
                .filter(call -> call.body().contains(title))
                .count();
    }

    private List<String> keys(String part, String what) {
        return latest.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(campaign) && entry.getKey().contains(part))
                .filter(entry -> entry.getValue().equals(what))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? "erased" : new String(record.value(), StandardCharsets.UTF_8);
        latest.put(
                new String(record.key(), StandardCharsets.UTF_8),
                value.replaceAll("(?s).*\"type\" ?: ?\"([a-z.0-9]+)\".*", "$1"));
    }
}
