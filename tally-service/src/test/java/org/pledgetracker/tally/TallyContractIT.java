package org.pledgetracker.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.tally.SampleCampaign.count;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.WebContract;
import org.springframework.context.ApplicationContext;

class TallyContractIT extends WebContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "c-" + UUID.randomUUID();
    private final RunningTally tally;

    TallyContractIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.PLEDGES));
        }
        tally = RunningTally.start(broker.bootstrapServers(), tokens, GENEROUS);
    }

    /** Two campaigns, so that the first page is a list. */
    @BeforeAll
    void twoCampaigns() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String id : List.of(campaign, campaign + "-2")) {
                producer.send(Topics.CAMPAIGNS.record(
                                SampleCampaign.defined(id, 1, definition(count("ten", "london", 10))), Instant.now()))
                        .get(10, TimeUnit.SECONDS);
            }
        }
        await().atMost(PATIENCE).until(() -> tally.readiness() == 200);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(tally.get("/api/campaigns/" + campaign + "-2/tallies", tokens.organiser())
                                        .statusCode())
                                .isEqualTo(200));
    }

    @AfterAll
    void stop() {
        tally.close();
        tokens.close();
    }

    @Override
    protected ApplicationContext service() {
        return tally.context();
    }

    @Override
    protected TestTokens tokens() {
        return tokens;
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("campaign", campaign, "provider", "sign-in");
    }
}
