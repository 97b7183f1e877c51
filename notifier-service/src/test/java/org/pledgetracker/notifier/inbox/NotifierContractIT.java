package org.pledgetracker.notifier.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.WebContract;
import org.springframework.context.ApplicationContext;

class NotifierContractIT extends WebContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "c-" + UUID.randomUUID();
    private final RunningNotifier notifier;

    NotifierContractIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS));
        }
        notifier = RunningNotifier.start(
                broker.bootstrapServers(),
                tokens,
                Stream.of(GENEROUS).map("--"::concat).toArray(String[]::new));
    }

    @BeforeAll
    void anAlertInLondon() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(Topics.THRESHOLD_EVENTS.record(
                            Crossings.reached(campaign, "ten", "london", 1), Instant.now()))
                    .get(10, TimeUnit.SECONDS);
        }
        await().atMost(PATIENCE).until(() -> notifier.readiness() == 200);
        await().atMost(PATIENCE)
                .until(() -> !notifier.alerts(campaign, tokens.organiser()).isEmpty());
        // and it has fanned out, with whatever else stood in the log: a record and the end of its transaction
        AtomicLong before = new AtomicLong();
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> {
            long now = recorded();
            return now >= 2 && before.getAndSet(now) == now;
        });
    }

    @AfterAll
    void stop() {
        notifier.close();
        tokens.close();
    }

    @Override
    protected ApplicationContext service() {
        return notifier.context();
    }

    @Override
    protected TestTokens tokens() {
        return tokens;
    }

    /** One click in a mail program has nothing but the token in its address. */
    @Override
    protected Set<String> withoutCsrf() {
        return Stream.concat(super.withoutCsrf().stream(), Stream.of("/unsubscribe/{token}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected Set<String> alwaysTaken() {
        return Set.of("POST /alerts/{id}/acknowledgement", "POST /api/alerts/{id}/acknowledgement");
    }

    @Override
    protected long recorded() {
        return LogEnds.of(Topics.DELIVERIES);
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of(
                "id",
                CrossingId.of(campaign, "ten", 1).alert(),
                "provider",
                "sign-in",
                "token",
                "no-token-of-ours",
                "webhook",
                "no-such-webhook");
    }
}
