package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedCell;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

/** What a GP sees of the conditions of their own pledges. */
class ConditionMetIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CARD = """
            {"region":"north-west","employmentType":"partner","consent":{"version":"v1"},"pledges":[
              {"action":"work-to-rule","onlyIf":{"share":0.6,"scope":"region"}},
              {"action":"resign","onlyIf":{"share":0.6,"scope":"region"}}]}""";

    private final TestTokens tokens = TestTokens.start();
    private final String gp = tokens.gp("gp-" + UUID.randomUUID(), "north-west", "partner");
    private final String published = "published-" + UUID.randomUUID();
    /** On the same partition, so that the releases of both are read in the order in which they were written. */
    private final String embargoed = Stream.generate(() -> "embargoed-" + UUID.randomUUID())
            .filter(id -> Partitions.of(id) == Partitions.of(published))
            .findFirst()
            .orElseThrow();

    private final RunningService service = start();

    @AfterEach
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void aGpLearnsFromReleasedFiguresThatAConditionIsMetOnceTheCampaignPublishes() throws Exception {
        declare(published);
        declare(embargoed);
        assertThat(states(published)).containsExactly("waiting", "waiting");
        assertThat(page(published)).contains("rounded").doesNotContain("Condition met");

        release(embargoed, 2_600);
        release(published, 2_600);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(published)).containsExactly("condition-met", "waiting"));
        assertThat(page(published)).contains("Condition met", "rounded");
        assertThat(states(embargoed)).containsExactly("waiting", "waiting");
        assertThat(page(embargoed))
                .contains("once the campaign publishes its figures")
                .doesNotContain("Condition met", "See the rounded figures");
        assertThat(page(published)).contains("http://localhost:8081/campaigns/" + published);

        release(published, 2_000);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(published)).containsExactly("waiting", "waiting"));
    }

    @Test
    void aThresholdThatWasReachedOncePublishesToo() throws Exception {
        declare(embargoed);
        declare(published);
        release(embargoed, 2_600);
        reach(embargoed, "another");
        // on the same partitions, so whoever has read this has read those
        release(published, 2_600);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(published)).containsExactly("condition-met", "waiting"));
        assertThat(states(embargoed)).containsExactly("waiting", "waiting");

        reach(embargoed, "first");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(embargoed)).containsExactly("condition-met", "waiting"));
        assertThat(page(embargoed)).contains("Condition met").doesNotContain("once the campaign publishes its figures");
    }

    private void declare(String campaign) {
        assertThat(service.call("PUT", path(campaign)).as(gp).json(CARD).send().status())
                .isEqualTo(200);
    }

    private List<String> states(String campaign) {
        return service.call("GET", path(campaign))
                .as(gp)
                .send()
                .json()
                .path("pledges")
                .findValuesAsString("state");
    }

    private String page(String campaign) {
        return service.call("GET", "/campaigns/" + campaign + "/my-pledges")
                .as(gp)
                .send()
                .body();
    }

    private static String path(String campaign) {
        return "/api/campaigns/" + campaign + "/my-pledges";
    }

    private RunningService start() {
        Path folder =
                RunningService.campaigns(published, Samples.VALID + "publishAt: 2026-09-02\n", Samples.ELECTORATE);
        try {
            Files.writeString(
                    folder.resolve(embargoed + ".yaml"),
                    Samples.VALID + "publishAt: 2027-03-30\npublishOnReaching: first\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RunningService.start(tokens, folder);
    }

    private static void release(String campaign, int inForce) throws Exception {
        Figures figures = new Figures(inForce, null, inForce);
        ReleasedRegion region =
                new ReleasedRegion("north-west", figures, List.of(new ReleasedCell(EmploymentType.PARTNER, figures)));
        write(Topics.RELEASES.record(
                new TallyReleased(campaign, "work-to-rule", 1, Instant.now(), figures, List.of(region)),
                Instant.now()));
    }

    private static void reach(String campaign, String threshold) throws Exception {
        write(Topics.THRESHOLD_EVENTS.record(
                new ThresholdReached(
                        campaign,
                        threshold,
                        1,
                        threshold,
                        "work-to-rule",
                        "north-west",
                        null,
                        AtLeast.count(20),
                        20,
                        CountedBasis.PLEDGED,
                        ThresholdCrossed.Cause.PLEDGES,
                        1,
                        0,
                        Instant.now()),
                Instant.now()));
    }

    /** As tally-service does, which also makes the topics. */
    private static void write(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (Admin admin = Admin.create(RealBroker.get().clientSettings());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        RealBroker.get().clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicProvisioning(1, false).provision(admin, List.of(Topics.RELEASES, Topics.THRESHOLD_EVENTS));
            producer.send(record).get(10, TimeUnit.SECONDS);
        }
    }
}
