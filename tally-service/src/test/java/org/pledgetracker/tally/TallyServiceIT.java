package org.pledgetracker.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.count;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.recount.RecountPledges;
import org.pledgetracker.tally.topology.ConsumedPartitionLog;
import org.pledgetracker.webkit.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TallyServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final String organiser = tokens.organiser();
    private final String london = tokens.rep("london");
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private RunningTally tally;

    TallyServiceIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.PLEDGES));
        }
        tally = start();
    }

    @BeforeAll
    void becomesReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> tally.readiness() == 200);
    }

    @AfterAll
    void close() {
        tally.close();
        producer.close();
        tokens.close();
    }

    @Test
    void aCardIsCountedAtOnceAndAnErasedOneNoLonger() throws Exception {
        String campaign = open();
        pledge(campaign, 1, "london");
        awaitPledged(campaign, 1);
        assertThat(action(campaign, organiser).at("/regions/0/cells/0/pledged").asInt())
                .isEqualTo(1);
        assertThat(action(campaign, organiser).at("/total/electorate").asInt()).isEqualTo(40);

        send(Topics.PLEDGES.tombstone(PledgesDeclared.key(campaign, "p0"), Instant.now()));
        awaitPledged(campaign, 0);
    }

    @Test
    void aThresholdIsReachedOnceAlsoAcrossARestartOfTheService() throws Exception {
        String campaign = open();
        pledge(campaign, 10, "london");
        await().atMost(PATIENCE).until(() -> !crossings(campaign).isEmpty());
        restart();
        pledge(campaign, 12, "london");
        awaitPledged(campaign, 12);

        assertThat(crossings(campaign))
                .singleElement()
                .satisfies(crossed -> assertThat(crossed.crossing()).isEqualTo(1));
        JsonNode threshold =
                JSON.readTree(get("/thresholds", campaign, london).body()).get(0);
        assertThat(threshold.path("reached").asBoolean()).isTrue();
        assertThat(threshold.path("required").asInt()).isEqualTo(10);
        assertThat(threshold.path("crossing").asInt()).isEqualTo(1);
        assertThat(new RecountPledges(broker.clientSettings()).recount().agrees())
                .isTrue();
    }

    @Test
    void aRepSeesReleasedFiguresOfTheirRegionsAndTheTotalsAlone() throws Exception {
        String campaign = open();
        pledge(campaign, 13, "london");
        awaitPledged(campaign, 13);
        await().atMost(PATIENCE)
                .until(() -> action(campaign, london).at("/total/pledged").asInt() == 10);

        JsonNode seen = action(campaign, london);
        assertThat(seen.at("/total/disclosure").asString()).isEqualTo("released");
        assertThat(seen.at("/regions/0/pledged").asInt()).isEqualTo(10);
        assertThat(action(campaign, tokens.rep("wales"))
                        .at("/regions/0/pledged")
                        .isNull())
                .isTrue();
        assertThat(get("/tallies", campaign, tokens.gp("g", "london", "partner"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/live", campaign, tokens.gp("g", "london", "partner")).statusCode())
                .isEqualTo(403);
        assertThat(tally.get("/api/campaigns/" + campaign + "/tallies", "no token")
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/tallies", "no-such-campaign", organiser).statusCode()).isEqualTo(404);
    }

    @Test
    void aGpSeesReleasedFiguresOnceTheThresholdIsReachedThatPublishesThem() throws Exception {
        String campaign = "c-" + UUID.randomUUID();
        CampaignDefinition embargoed = SampleCampaign.published(definition(count("ten", "london", 10)), null, "ten");
        send(Topics.CAMPAIGNS.record(SampleCampaign.defined(campaign, 1, embargoed), Instant.now()));
        String gp = tokens.gp("g", "london", "partner");
        pledge(campaign, 9, "london");
        awaitPledged(campaign, 9);
        assertThat(get("/tallies", campaign, gp).statusCode()).isEqualTo(403);

        pledge(campaign, 10, "london");
        await().atMost(PATIENCE).until(() -> get("/tallies", campaign, gp).statusCode() == 200);

        await().atMost(PATIENCE)
                .until(() -> action(campaign, gp).at("/regions/0/pledged").asInt() == 10);
        assertThat(page("/campaigns/" + campaign, gp)).contains(">10<");
    }

    @Test
    void tallyFiguresComeAsATableToo() throws Exception {
        String campaign = open();
        pledge(campaign, 2, "wales");
        awaitPledged(campaign, 2);
        HttpResponse<String> table = RunningTally.HTTP.send(
                tally.request("/api/campaigns/" + campaign + "/tallies", organiser)
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body().lines())
                .startsWith("action,region,employment_type,open,pledged,firm,in_force,electorate,disclosure,"
                        + "electorate_source,electorate_as_of")
                .contains(
                        "close-day,wales,partner,yes,2,2,2,10,exact,a count,2026-01-01",
                        "resign,wales,locum,no,0,0,0,,exact,a count,2026-01-01");
    }

    @Test
    void looksAtExactFiguresAreListedForTheOrganiserAlone() throws Exception {
        String campaign = open();
        await().atMost(PATIENCE).until(() -> isCounted(campaign));
        page("/campaigns/" + campaign, organiser);

        await().atMost(PATIENCE)
                .until(() -> page("/disclosures", organiser).contains(campaign)
                        && page("/disclosures", organiser).contains("Dashboard"));
        assertThat(tally.get("/disclosures", london).statusCode()).isEqualTo(403);
    }

    @Test
    void theHistoryOfReleasedFiguresIsKeptAlsoAcrossARestart() throws Exception {
        String campaign = open();
        pledge(campaign, 12, "london");
        awaitPledged(campaign, 12);
        send(Topics.CAMPAIGNS.record(
                SampleCampaign.defined(campaign, 2, definition(CampaignState.CLOSED, List.of("london", "wales"))),
                Instant.now()));
        await().atMost(PATIENCE).until(() -> hasClosingRecord(campaign));
        restart();

        assertThat(hasClosingRecord(campaign)).isTrue();
        JsonNode last = JSON.readTree(
                        get("/history?action=" + CLOSE_DAY, campaign, london).body())
                .path("records")
                .path(0);
        assertThat(last.path("pledged").asInt()).isEqualTo(10);
    }

    private boolean hasClosingRecord(String campaign) throws IOException, InterruptedException {
        return get("/history", campaign, london).body().contains("\"closing\":true");
    }

    @Test
    void figuresArriveLive() throws Exception {
        String campaign = open();
        // before the first tally there are zeros too
        await().atMost(PATIENCE).until(() -> isCounted(campaign));
        BlockingQueue<String> lines = listen(campaign);
        assertThat(JSON.readTree(nextData(lines)).path("actions")).hasSize(2);

        pledge(campaign, 3, "london");
        await().atMost(PATIENCE).until(() -> {
            JsonNode actions = JSON.readTree(nextData(lines)).path("actions");
            return actions.size() == 1 && actions.at("/0/total/pledged").asInt() == 3;
        });
    }

    @Test
    void theDashboardShowsTheFiguresThatItsReaderMaySee() throws Exception {
        String campaign = open();
        pledge(campaign, 14, "london");
        awaitPledged(campaign, 14);
        await().atMost(PATIENCE)
                .until(() -> action(campaign, london).at("/total/pledged").asInt() == 10);

        String page = page("/campaigns/" + campaign + "?action=" + CLOSE_DAY, organiser);
        assertThat(page).contains("<table", "GP action", ">14<", "Not a ballot, not a call to act");
        assertThat(page("/campaigns/" + campaign + "?action=resign", organiser)).contains("not open");
        assertThat(page("/campaigns/" + campaign, london))
                .contains(">10<", "fewer than 10")
                .doesNotContain(">14<");
        assertThat(tally.get("/campaigns/" + campaign, tokens.gp("g", "london", "partner"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(tally.get("/tally-service/live.js", london).body()).contains("EventSource");
    }

    @Test
    void onlyTheOrganiserSeesTippingPoints() throws Exception {
        String campaign = open();
        pledge(campaign, 14, "london", SampleCampaign.MOST_OF_REGION);
        awaitPledged(campaign, 14);
        await().atMost(PATIENCE)
                .until(() -> action(campaign, london).at("/total/pledged").asInt() == 10);

        JsonNode seen = action(campaign, organiser);
        assertThat(seen.at("/regions/0/tippingPoint").toString()).isEqualTo("{\"firmPledges\":2,\"group\":14}");
        assertThat(seen.at("/regions/1").has("tippingPoint")).isFalse();
        assertThat(page("/campaigns/" + campaign, organiser))
                .contains("2 more firm pledges would bring 14 conditional ones into force");
        assertThat(page("/campaigns/" + campaign + "?action=resign", organiser))
                .contains("In no region would more firm pledges");
        assertThat(get("/tallies", campaign, london).body()).doesNotContain("tippingPoint");
        assertThat(page("/campaigns/" + campaign, london)).doesNotContain("Tipping", "more firm pledges");

        send(Topics.CAMPAIGNS.record(
                SampleCampaign.defined(campaign, 2, definition(CampaignState.CLOSED, List.of("london", "wales"))),
                Instant.now()));
        String gp = tokens.gp("g", "london", "partner");
        await().atMost(PATIENCE).until(() -> get("/tallies", campaign, gp).statusCode() == 200);
        assertThat(get("/tallies", campaign, gp).body()).contains("released").doesNotContain("tippingPoint");
    }

    @Test
    void withoutTheBrokerItIsNotReadyAndCountsOnAfterwards() throws Exception {
        String campaign = open();
        pledge(campaign, 1, "london");
        awaitPledged(campaign, 1);
        broker.pause();
        try {
            assertThat(tally.readiness()).isEqualTo(503);
            assertThat(tally.liveness()).isEqualTo(200);
            // no exact figures while a look cannot be recorded
            HttpResponse<String> refused = get("/tallies", campaign, organiser);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).doesNotContain("close-day");
            assertThat(get("/tallies", campaign, london).statusCode()).isEqualTo(200);
        } finally {
            broker.resume();
        }
        await().atMost(PATIENCE).until(() -> tally.readiness() == 200);
        pledge(campaign, 4, "london");
        awaitPledged(campaign, 4);
    }

    private RunningTally start() {
        return RunningTally.start(broker.bootstrapServers(), tokens);
    }

    private void restart() {
        tally.close();
        tally = start();
        becomesReady();
    }

    private String open() throws Exception {
        String campaign = "c-" + UUID.randomUUID();
        send(Topics.CAMPAIGNS.record(
                SampleCampaign.defined(campaign, 1, definition(count("ten", "london", 10))), Instant.now()));
        return campaign;
    }

    /** So many partners pledge firmly, the same ones each time. */
    private void pledge(String campaign, int gps, String region) throws Exception {
        pledge(campaign, gps, region, null);
    }

    private void pledge(String campaign, int gps, String region, @Nullable OnlyIf onlyIf) throws Exception {
        for (int gp = 0; gp < gps; gp++) {
            PledgesDeclared card = new PledgesDeclared(
                    campaign,
                    "p" + gp,
                    region,
                    EmploymentType.PARTNER,
                    List.of(new Pledge(CLOSE_DAY, onlyIf)),
                    new Consent("a", SampleCampaign.AT),
                    SampleCampaign.AT);
            send(Topics.PLEDGES.record(card, Instant.now()));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        producer.send(record).get(10, TimeUnit.SECONDS);
    }

    private void awaitPledged(String campaign, int pledged) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> action(campaign, organiser).at("/total/pledged").asInt(-1) == pledged);
    }

    private boolean isCounted(String campaign) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/tallies", campaign, organiser);
        return answer.statusCode() == 200
                && !JSON.readTree(answer.body()).path("countedAt").isNull();
    }

    private JsonNode action(String campaign, String token) throws IOException, InterruptedException {
        return JSON.readTree(get("/tallies", campaign, token).body()).at("/actions/0");
    }

    private HttpResponse<String> get(String what, String campaign, String token)
            throws IOException, InterruptedException {
        return tally.get("/api/campaigns/" + campaign + what, token);
    }

    private String page(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = tally.get(path, token);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private List<ThresholdCrossed> crossings(String campaign) {
        List<ThresholdCrossed> crossings = new ArrayList<>();
        new ConsumedPartitionLog(broker.clientSettings())
                .read(Topics.THRESHOLD_EVENTS, Partitions.of(campaign), record -> {
                    ThresholdCrossed crossed = Topics.THRESHOLD_EVENTS.read(record.value());
                    if (crossed.campaign().equals(campaign)) {
                        crossings.add(crossed);
                    }
                });
        return crossings;
    }

    private BlockingQueue<String> listen(String campaign) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = RunningTally.HTTP.send(
                tally.request("/api/campaigns/" + campaign + "/live", organiser).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(answer.body(), lines));
        return lines;
    }

    private static void read(InputStream body, BlockingQueue<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("closed");
        }
    }

    private static String nextData(BlockingQueue<String> lines) throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        while (line != null && !line.startsWith("data:")) {
            line = lines.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).as("a line of data").isNotNull();
        return String.valueOf(line).substring("data:".length());
    }
}
