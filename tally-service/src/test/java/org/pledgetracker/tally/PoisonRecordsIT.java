package org.pledgetracker.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Retention;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.pledgetracker.tally.recount.RecountPledges;
import org.pledgetracker.tally.topology.ConsumedPartitionLog;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.Scrape;
import tools.jackson.databind.json.JsonMapper;

/** What is no card, among cards: counting goes on past it, and it is kept for people to look at. */
class PoisonRecordsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** As much as a writer may send at once with the usual settings. */
    private static final int LARGEST = 1_048_440;

    private static final Topic<PledgesDeclared> DEAD_LETTERS =
            new Topic<>(Topics.PLEDGES_DEAD_LETTERS, PledgesDeclared.class, Writer.TALLY_SERVICE, Retention.LATEST);
    private static final String NOT_READABLE = "not a readable PledgesDeclared";
    private static final String NO_CARDS_KEY = "the record key is not campaign/pledger";

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final String campaign = "poison-" + UUID.randomUUID();
    private final Map<Long, String> reasons = new LinkedHashMap<>();
    private RunningTally tally;

    PoisonRecordsIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.PLEDGES));
        }
        tally = start();
    }

    @AfterEach
    void close() {
        tally.close();
        producer.close();
        tokens.close();
    }

    @Test
    void whatIsNoCardIsPutAsideOnceAndCountingGoesOnPastIt() throws Exception {
        producer.send(Topics.CAMPAIGNS.record(SampleCampaign.defined(campaign, 1, definition()), Instant.now()))
                .get(10, TimeUnit.SECONDS);
        for (int gp = 0; gp < 9; gp++) {
            send(key("p" + gp), card("p" + gp));
        }
        awaitPledged(9);

        poison(key("p0"), "{not a card".getBytes(UTF_8), NOT_READABLE);
        poison(key("p1"), without(card("p1"), "pledges.declared.v1", "pledges.dreamt.v1"), "not an event of 'pledges'");
        poison(key("p2"), without(card("p2"), "\"region\":\"london\",", ""), NOT_READABLE);
        poison(key("p3"), "[".repeat(900_000).getBytes(UTF_8), NOT_READABLE);
        poison(key("p4"), "x".repeat(LARGEST).getBytes(UTF_8), NOT_READABLE);
        poison(key("p5"), "{}".getBytes(UTF_8), "not an event of 'pledges'", hostileHeaders());
        awaitPledged(3);

        poison(new byte[0], card("p8"), NO_CARDS_KEY);
        poison(campaign.getBytes(UTF_8), card("p8"), NO_CARDS_KEY);
        poison(key(""), card("p8"), NO_CARDS_KEY);
        send(key("p9"), card("p9"), hostileHeaders());
        awaitPledged(4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters())
                        .extracting(PoisonRecordsIT::offset)
                        .containsExactlyElementsOf(reasons.keySet()));
        assertThat(deadLetters())
                .allSatisfy(dead -> assertThat(header(dead, "reason")).isEqualTo(reasons.get(offset(dead))));
        assertThat(deadLetters().get(4).value()).hasSize(LARGEST);

        assertThat(metric("pledge_tracker_dead_letters_total").firstEntry().getValue())
                .isGreaterThanOrEqualTo(reasons.size());
        assertThat(metric("pledge_tracker_counting_state")).containsEntry("state=\"RUNNING\"", 1.0);
        assertThat(metric("pledge_tracker_counting_caught_up")).containsEntry("", 1.0);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(metric("pledge_tracker_log_lag")).containsEntry("view=\"counting\"", 0.0));

        tally.close();
        tally = start();
        awaitPledged(4);
        assertThat(metric("pledge_tracker_dead_letters_total")).containsEntry("", 0.0);
        send(key("p0"), card("p0"));
        awaitPledged(5);

        assertThat(deadLetters()).extracting(PoisonRecordsIT::offset).containsExactlyElementsOf(reasons.keySet());
        assertThat(new RecountPledges(broker.clientSettings()).recount().agrees())
                .isTrue();
    }

    private static Header[] hostileHeaders() {
        return new Header[] {
            new RecordHeader("x".repeat(30_000), new byte[60_000]),
            new RecordHeader("reason", new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff, 0}),
            new RecordHeader("offset", "9999999999999999999".getBytes(UTF_8)),
            new RecordHeader("ce_type", null),
            new RecordHeader("", null),
            new RecordHeader("__TypeId__", "java.lang.Runtime".getBytes(UTF_8))
        };
    }

    private void poison(byte[] key, byte[] value, String reason, Header... headers) throws Exception {
        reasons.put(send(key, value, headers), reason);
    }

    private long send(byte[] key, byte[] value, Header... headers) throws Exception {
        return producer.send(new ProducerRecord<>("pledges", partition(), key, value, List.of(headers)))
                .get(10, TimeUnit.SECONDS)
                .offset();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        ConsumedPartitionLog log = new ConsumedPartitionLog(broker.clientSettings());
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            log.read(DEAD_LETTERS, partition, dead -> {
                boolean ours = header(dead, "partition").equals(String.valueOf(partition()));
                if (ours && offset(dead) >= firstOffset()) {
                    found.add(dead);
                }
            });
        }
        found.sort(Comparator.comparingLong(PoisonRecordsIT::offset));
        return found;
    }

    private long firstOffset() {
        return reasons.keySet().stream().findFirst().orElseThrow();
    }

    private static long offset(ConsumerRecord<byte[], byte[]> dead) {
        return Long.parseLong(header(dead, "offset"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> dead, String name) {
        return new String(dead.headers().lastHeader(name).value(), UTF_8);
    }

    private void awaitPledged(int pledged) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> pledged() == pledged);
    }

    private int pledged() throws IOException, InterruptedException {
        String tallies = tally.get("/api/campaigns/" + campaign + "/tallies", tokens.organiser())
                .body();
        return new JsonMapper().readTree(tallies).at("/actions/0/total/pledged").asInt(-1);
    }

    private NavigableMap<String, Double> metric(String name) {
        return Scrape.of(tally.context()).samples(name);
    }

    private RunningTally start() {
        return RunningTally.start(broker.bootstrapServers(), tokens);
    }

    private int partition() {
        return Partitions.of(campaign);
    }

    private byte[] key(String pledger) {
        return PledgesDeclared.key(campaign, pledger).getBytes(UTF_8);
    }

    private byte[] card(String pledger) {
        PledgesDeclared card = new PledgesDeclared(
                campaign,
                pledger,
                "london",
                EmploymentType.PARTNER,
                List.of(Pledge.firm(CLOSE_DAY)),
                new Consent("a", SampleCampaign.AT),
                SampleCampaign.AT);
        return Topics.PLEDGES.record(card, Instant.now()).value();
    }

    private static byte[] without(byte[] card, String part, String instead) {
        String text = new String(card, UTF_8);
        assertThat(text).contains(part);
        return text.replace(part, instead).getBytes(UTF_8);
    }
}
