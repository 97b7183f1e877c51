package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HangingTransactionsIT {

    private static final Map<String, Object> BROKER = RealBroker.get().clientSettings();

    @BeforeAll
    static void provision() throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            new TopicProvisioning(1, false).provision(admin, List.of(Topics.CAMPAIGN_KEYS));
        }
    }

    @Test
    void aTransactionHangsWhenItIsOpenForFiveMinutesAndNoLongerOnceItIsAborted() throws Exception {
        Map<String, Object> settings = new HashMap<>(BROKER);
        settings.put("transactional.id", "hangs");
        try (HangingTransactions hanging = new HangingTransactions(BROKER, List.of(Topics.CAMPAIGN_KEYS));
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Instant begun = Instant.now();
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(Topics.CAMPAIGN_KEYS.record(
                            new CampaignKeyCreated("c", "d3JhcHBlZA==", "print", begun, null), begun))
                    .get();

            assertThat(hanging.count(begun.plusSeconds(299))).hasValue(0);
            assertThat(hanging.count(begun.plusSeconds(301))).hasValue(1);

            producer.abortTransaction();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(hanging.count(begun.plusSeconds(301))).hasValue(0));
        }
    }

    @Test
    void nothingIsSaidWhereTheBrokerDoesNotTell() throws Exception {
        Topic<CampaignKeyCreated> missing =
                new Topic<>("not-there", CampaignKeyCreated.class, Writer.PLEDGE_SERVICE, Retention.LATEST);
        try (HangingTransactions hanging = new HangingTransactions(BROKER, List.of(missing))) {
            assertThat(hanging.count(Instant.now())).isEmpty();
        }
    }
}
