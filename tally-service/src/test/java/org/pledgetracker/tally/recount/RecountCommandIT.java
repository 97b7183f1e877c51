package org.pledgetracker.tally.recount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.HALF_OF_REGION;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.SampleCampaign;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** On a broker of its own: a recount looks at all campaigns that there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecountCommandIT {

    private static final Pledge FIRM = Pledge.firm(CLOSE_DAY);
    private static final Pledge CONDITIONAL = new Pledge(CLOSE_DAY, HALF_OF_REGION);

    private final RealBroker broker = RealBroker.forked();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final List<String> pledgers = new ArrayList<>();

    @BeforeAll
    void provision() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, Topics.ALL);
        }
    }

    @AfterEach
    void forgetTheCampaign() {
        send(Topics.CAMPAIGNS.tombstone("c", AT));
        send(Topics.TALLIES.tombstone("c/" + CLOSE_DAY, AT));
        pledgers.forEach(this::erase);
    }

    @AfterAll
    void close() {
        producer.close();
    }

    @Test
    void aTallyThatIsRightEndsWithNought() {
        define(1);
        pledge("changed-her-mind", CONDITIONAL);
        pledge("changed-her-mind", FIRM);
        pledge("firm", FIRM);
        pledge("waits", CONDITIONAL);
        pledge("erased", FIRM);
        erase("erased");
        pledge("unreadable", FIRM);
        send(raw("c/unreadable", bytes("{}")));
        long counted = send(raw(Topics.MARKER_KEY, null));
        publish(1, counted, group(null, 2, true), group(HALF_OF_REGION, 1, false));
        pledge("not-counted-yet", FIRM);

        Outcome outcome = recount();

        assertThat(outcome.said()).containsExactly("Compared campaigns: 1, cards: 3, differences: 0, passed over: 0");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void everyDifferenceIsListedAndEndsWithOne() {
        define(1);
        pledge("firm", FIRM);
        long counted = pledge("waits", CONDITIONAL);
        publish(1, counted, group(null, 2, true), group(HALF_OF_REGION, 1, true));

        Outcome outcome = recount();

        assertThat(outcome.said())
                .containsExactly(
                        "c: close-day, london partner, firm: published 2 in force, recounted 1 in force",
                        "c: close-day, london partner, only if 50 % (region): published 1 in force, recounted 1 waiting",
                        "Compared campaigns: 1, cards: 2, differences: 2, passed over: 0");
        assertThat(outcome.code()).isEqualTo(RecountCommand.DIFFERS);
    }

    @Test
    void aCampaignWhoseDefinitionHasMovedOnIsPassedOver() {
        define(1);
        long counted = pledge("firm", FIRM);
        publish(1, counted, group(null, 1, true));
        define(2);

        Outcome outcome = recount();

        assertThat(outcome.said())
                .containsExactly(
                        "c: passed over: its tallies are not published under its latest definition",
                        "Compared campaigns: 0, cards: 0, differences: 0, passed over: 1");
        assertThat(outcome.code()).isEqualTo(RecountCommand.DIFFERS);
    }

    @Test
    void aCampaignThatNobodyHasCountedIsPassedOver() {
        define(1);
        pledge("firm", FIRM);

        Outcome outcome = recount();

        assertThat(outcome.said()).contains("Compared campaigns: 0, cards: 0, differences: 0, passed over: 1");
        assertThat(outcome.code()).isEqualTo(RecountCommand.DIFFERS);
    }

    @Test
    void aCampaignWhoseCardsAreErasedIsNotComparedAndThatIsFine() {
        CampaignDefinition closed = SampleCampaign.definition(CampaignState.CLOSED, List.of("london"));
        Instant longAgo = AT.minus(Duration.ofDays(1000));
        CampaignDefined defined = new CampaignDefined("c", 1, "d1", "k", "test", AT, closed, longAgo);
        send(Topics.CAMPAIGNS.record(defined, AT));
        publish(1, 0, group(null, 412, true));

        Outcome outcome = recount();

        assertThat(outcome.said())
                .containsExactly(
                        "c: not compared: it closed so long ago that its cards are erased; its tallies remain",
                        "Compared campaigns: 0, cards: 0, differences: 0, passed over: 0");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aCardWrittenAgainAfterItWasCountedIsNoDifferenceWhenKafkaKeepsOnlyTheLatter() {
        define(1);
        long counted = pledge("another", FIRM);
        pledge("written-again", FIRM);
        publish(1, counted, group(null, 2, true));

        assertThat(recount().code()).isZero();
    }

    @Test
    void withoutABrokerItCannotBeDoneAndSaysSo() {
        Outcome outcome = run("recount", "--spring.kafka.bootstrap-servers=localhost:1");

        assertThat(outcome.code()).isEqualTo(RecountCommand.NOT_DONE);
        assertThat(outcome.said()).singleElement().asString().contains("localhost:1 does not answer");
    }

    @Test
    void settingsThatCannotBeUsedAreSaid() {
        Outcome outcome = run("recount", "--spring.kafka.consumer.max-poll-records=many");

        assertThat(outcome.code()).isEqualTo(RecountCommand.NOT_DONE);
        assertThat(outcome.said()).first().asString().startsWith("Could not recount with these settings");
    }

    @Test
    void whatItDoesNotKnowItRefuses() {
        Outcome outcome = run("recount", "everything");

        assertThat(outcome.code()).isEqualTo(RecountCommand.NOT_DONE);
        assertThat(outcome.said()).singleElement().asString().startsWith("Usage: recount");
    }

    @Test
    void theRunningServiceRecountsWhenItsTimeComes() {
        define(1);
        long counted = pledge("firm", FIRM);
        publish(1, counted, group(null, 5, true));
        try (var service = new SpringApplicationBuilder(Nightly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=none")
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--pledge-tracker.tally.recount-at=* * * * * *")) {
            MeterRegistry metrics = service.getBean(MeterRegistry.class);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> gauge(metrics, "pledge.tracker.recount.differences") == 1);
            assertThat(gauge(metrics, "pledge.tracker.recount.last.success")).isNaN();

            publish(1, counted, group(null, 1, true));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> gauge(metrics, "pledge.tracker.recount.last.success") > 1_700_000_000);
            assertThat(gauge(metrics, "pledge.tracker.recount.differences")).isZero();
        }
    }

    private static double gauge(MeterRegistry metrics, String name) {
        return metrics.get(name).gauge().value();
    }

    private Outcome recount() {
        return run("recount", "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
    }

    private static Outcome run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, UTF_8);
        try {
            int code = new RecountCommand(to, to).run(arguments);
            return new Outcome(code, said.toString(UTF_8).lines().toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void define(int version) {
        send(Topics.CAMPAIGNS.record(SampleCampaign.defined("c", version, SampleCampaign.definition()), AT));
    }

    private long pledge(String pledger, Pledge pledge) {
        pledgers.add(pledger);
        return send(Topics.PLEDGES.record(SampleCampaign.card(pledger, "london", EmploymentType.PARTNER, pledge), AT));
    }

    private void erase(String pledger) {
        send(Topics.PLEDGES.tombstone("c/" + pledger, AT));
    }

    private void publish(int version, long offset, TallyCounted.Group... groups) {
        TallyCounted.Cell cell = new TallyCounted.Cell("london", EmploymentType.PARTNER, List.of(groups));
        send(Topics.TALLIES.record(new TallyCounted("c", CLOSE_DAY, version, offset, AT, List.of(cell)), AT));
    }

    private long send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get().offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the time of all others: a later one would let the broker compact what stands before it, erasures included. */
    private static ProducerRecord<byte[], byte[]> raw(String key, byte @Nullable [] value) {
        return new ProducerRecord<>("pledges", Partitions.of("c"), AT.toEpochMilli(), bytes(key), value);
    }

    private static TallyCounted.Group group(@Nullable OnlyIf onlyIf, int pledged, boolean inForce) {
        return new TallyCounted.Group(onlyIf, pledged, inForce);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private record Outcome(int code, List<String> said) {}

    /** Of the service, only what recounts. */
    @EnableConfigurationProperties(KafkaProperties.class)
    @Import(RecountNightly.class)
    static class Nightly {

        @Bean
        MeterRegistry metrics() {
            return new SimpleMeterRegistry();
        }
    }
}
