package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.webkit.TestTokens;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyPledgesApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRM = "[{\"action\":\"work-to-rule\"}]";
    private static final String BOTH =
            "[{\"action\":\"work-to-rule\"},{\"action\":\"resign\",\"onlyIf\":{\"share\":0.6,\"scope\":\"region\"}}]";

    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "api-" + UUID.randomUUID();
    private RunningService service = start(campaign, Samples.VALID);

    @BeforeAll
    void sayWhere() {
        assertThat(service.call("GET", "/readyz").send().status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void aCardIsAcceptedRecordedAndFoundAgain() {
        String gp = gp();

        Answer put = put(gp, card("north-west", "partner", BOTH));

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json().path("pledges").get(1).path("state").asString()).isEqualTo("waiting");
        assertThat(put.header("Cache-Control")).contains("no-store");
        Answer get = get(gp);
        assertThat(get.json()).isEqualTo(put.json());
        assertThat(get.header("ETag")).isEqualTo(put.header("ETag")).isNotEmpty();
        assertThat(get.json().path("declaredAt").asString()).endsWith(":00:00Z");
    }

    @Test
    void whereThereIsNoCardYetTheTokenPrefillsRegionAndType() {
        Answer get = get(gp());

        assertThat(get.status()).isEqualTo(200);
        assertThat(get.json().path("region").asString()).isEqualTo("north-west");
        assertThat(get.json().path("employmentType").asString()).isEqualTo("partner");
        assertThat(get.json().path("pledges")).isEmpty();
        assertThat(get.header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            atlantis   | partner | v1 | [{"action":"work-to-rule"}]                                         | region
            north-west | retired | v1 | [{"action":"work-to-rule"}]                                         | employmentType
            north-west | partner | v1 | [{"action":"dance"}]                                                | pledges[0].action
            north-west | locum   | v1 | [{"action":"work-to-rule"}]                                         | pledges[0].action
            wales      | partner | v1 | [{"action":"resign"}]                                               | pledges[0].action
            north-west | partner | v1 | [{"action":"resign","onlyIf":{"share":0.9,"scope":"region"}}]       | pledges[0].onlyIf
            north-west | partner | v0 | [{"action":"work-to-rule"}]                                         | consent.version
            """)
    void aFaultyFieldIsNamedAndLeavesNoRecord(
            String region, String type, String consent, String pledges, String field) {
        long before = LogEnds.of(Topics.PLEDGES);

        Answer put = put(gp(), card(region, type, pledges).replace("v1", consent));

        assertThat(put.status()).isEqualTo(422);
        assertThat(put.header("Content-Type")).startsWith("application/problem+json");
        assertThat(put.json().path("errors")).hasSize(1);
        assertThat(put.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
    }

    @Test
    void whatIsNoCardAtAllIsMalformedAndLeavesNoRecord() {
        long before = LogEnds.of(Topics.PLEDGES);

        assertThat(put(gp(), "{\"region\":").status()).isEqualTo(400);
        assertThat(put(gp(), card("north-west", "partner", "[{\"action\":\"resign\",\"onlyIf\":{\"share\":\"x\"}}]"))
                        .status())
                .isEqualTo(400);
        assertThat(put(gp(), "{\"region\":\"wales\",\"employmentType\":\"partner\"}")
                        .status())
                .isEqualTo(422);
        assertThat(put(gp(), card("north-west", "partner", "[null]")).status()).isEqualTo(422);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
    }

    @Test
    void onlyAGpHasACardAndOnlyTheirOwn() {
        long before = LogEnds.of(Topics.PLEDGES);

        assertThat(service.call("GET", path()).send().status()).isEqualTo(401);
        assertThat(service.call("PUT", path())
                        .json(card("wales", "partner", FIRM))
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(get(tokens.rep("london")).status()).isEqualTo(403);
        assertThat(put(tokens.organiser(), card("wales", "partner", FIRM)).status())
                .isEqualTo(403);
        assertThat(delete(tokens.organiser()).status()).isEqualTo(403);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
    }

    @Test
    void anUnknownCampaignIs404() {
        assertThat(service.call("GET", "/api/campaigns/none/my-pledges")
                        .as(gp())
                        .send()
                        .problem())
                .isEqualTo("no-such-campaign");
        assertThat(service.call("PUT", "/api/campaigns/none/my-pledges")
                        .as(gp())
                        .json(card("wales", "partner", FIRM))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aChangeMeantForAnotherVersionOfTheCardIsRefused() {
        String gp = gp();
        assertThat(put(gp, card("wales", "partner", FIRM), "\"anything\"").status())
                .as("there is no card yet")
                .isEqualTo(412);
        String first = put(gp, card("wales", "partner", FIRM)).header("ETag");
        Answer second = put(gp, card("wales", "salaried", FIRM), first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isNotEqualTo(first);
        long before = LogEnds.of(Topics.PLEDGES);

        Answer stale = put(gp, card("wales", "partner", FIRM), first);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
        assertThat(get(gp).json().path("employmentType").asString()).isEqualTo("salaried");
    }

    @Test
    void anErasedCardIsGoneAndErasingNothingIsFine() {
        String gp = gp();
        put(gp, card("wales", "partner", FIRM));

        assertThat(delete(gp).status()).isEqualTo(204);

        assertThat(get(gp).json().path("pledges")).isEmpty();
        assertThat(get(gp).header("ETag")).isEmpty();
        assertThat(delete(gp).status()).isEqualTo(204);
        assertThat(delete(gp()).status()).isEqualTo(204);
    }

    @Test
    void whoHasLeftTheRollSeesAndErasesTheirCardAndDeclaresNothing() {
        String subject = "gp-" + UUID.randomUUID();
        put(tokens.gp(subject, "north-west", "partner"), card("north-west", "partner", FIRM));
        String leaver = tokens.leaver(subject);
        assertThat(get(leaver).json().get("pledges")).hasSize(1);
        assertThat(put(leaver, card("north-west", "partner", "[]")).status()).isEqualTo(403);
        assertThat(delete(leaver).status()).isEqualTo(204);
        assertThat(get(leaver).json().get("pledges")).isEmpty();
    }

    @Test
    void campaignsAreListedForPrograms() {
        Answer list =
                service.call("GET", "/api/campaigns").as(tokens.rep("wales")).send();
        JsonNode one = service.call("GET", "/api/campaigns/" + campaign)
                .as(gp())
                .send()
                .json();

        assertThat(list.json().findValuesAsString("campaign")).contains(campaign);
        assertThat(one.path("state").asString()).isEqualTo("open");
        assertThat(one.path("actions").get(0).path("action").asString()).isEqualTo("work-to-rule");
        assertThat(one.path("actions").get(0).path("openTo").toString()).isEqualTo("[\"partner\",\"salaried\"]");
        assertThat(one.path("consent").path("version").asString()).isEqualTo("v1");
        assertThat(one.toString()).doesNotContain("ingerprint");
    }

    @Test
    void aClosedCampaignTakesWithdrawalAndErasureOnlyAndADraftNothing() {
        String closed = "closed-" + UUID.randomUUID();
        String gp = gp();
        try (RunningService other = start(closed, Samples.VALID)) {
            assertThat(put(other, closed, gp, card("north-west", "partner", BOTH))
                            .status())
                    .isEqualTo(200);
        }
        String draft = "draft-" + UUID.randomUUID();
        try (RunningService other = start(closed, Samples.VALID.replace("state: open", "state: closed"));
                RunningService another = start(draft, Samples.VALID.replace("state: open", "state: draft"))) {
            Answer adding = put(other, closed, gp(), card("north-west", "partner", FIRM));
            assertThat(adding.status()).isEqualTo(409);
            assertThat(adding.problem()).isEqualTo("campaign-closed");
            assertThat(put(other, closed, gp, card("north-west", "partner", FIRM))
                            .status())
                    .isEqualTo(200);
            assertThat(other.call("DELETE", path(closed)).as(gp).send().status())
                    .isEqualTo(204);

            assertThat(put(another, draft, gp, card("north-west", "partner", FIRM))
                            .problem())
                    .isEqualTo("campaign-not-open");
            assertThat(another.call("GET", "/api/campaigns/" + draft)
                            .as(gp)
                            .send()
                            .status())
                    .isEqualTo(404);
            assertThat(another.call("GET", "/api/campaigns/" + draft)
                            .as(tokens.organiser())
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whileTheBrokerIsAwayNothingIsPromisedAndThenAllGoesOn() {
        String gp = gp();
        RealBroker.get().pause();
        try {
            Answer put = put(gp, card("wales", "partner", FIRM));
            assertThat(put.status()).isEqualTo(503);
            assertThat(put.header("Retry-After")).isNotEmpty();
            assertThat(put.body()).contains("may have been recorded");
            await().atMost(PATIENCE).until(() -> readiness() == 503);
            assertThat(service.call("GET", "/livez").send().status()).isEqualTo(200);
        } finally {
            RealBroker.get().resume();
        }
        await().atMost(PATIENCE).until(() -> readiness() == 200);
        await().atMost(PATIENCE)
                .until(() -> put(gp, card("wales", "partner", FIRM)).status() == 200);
    }

    @Test
    void aRestartFindsTheCardsAndKeepsTheirVersions() {
        String gp = gp();
        String mark = put(gp, card("wales", "partner", FIRM)).header("ETag");

        service.close();
        service = start(campaign, Samples.VALID);

        assertThat(get(gp).header("ETag")).isEqualTo(mark);
        assertThat(get(gp).json().path("pledges")).hasSize(1);
    }

    @Test
    void anUnreadableValueCountsAsNothingForItsKey() throws Exception {
        String subject = "gp-" + UUID.randomUUID();
        String gp = tokens.gp(subject, "wales", "partner");
        put(gp, card("wales", "partner", FIRM));
        String key = PledgesDeclared.key(
                campaign,
                service.bean(Campaigns.class)
                        .find(campaign)
                        .flatMap(found -> found.key())
                        .orElseThrow()
                        .pledger(tokens.issuer(), subject)
                        .name());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                RealBroker.get().clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "pledges",
                            Partitions.of(key),
                            key.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            new byte[] {'{'}))
                    .get();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(gp).json().path("pledges")).isEmpty());
        assertThat(service.bean(EventLog.class).isFollowed()).isTrue();
    }

    private RunningService start(String id, String yaml) {
        return RunningService.start(tokens, RunningService.campaigns(id, yaml, Samples.ELECTORATE));
    }

    private int readiness() {
        return service.call("GET", "/readyz").send().status();
    }

    private String gp() {
        return tokens.gp("gp-" + UUID.randomUUID(), "north-west", "partner");
    }

    private String path() {
        return path(campaign);
    }

    private static String path(String id) {
        return "/api/campaigns/" + id + "/my-pledges";
    }

    private Answer get(String token) {
        return service.call("GET", path()).as(token).send();
    }

    private Answer delete(String token) {
        return service.call("DELETE", path()).as(token).send();
    }

    private Answer put(String token, String card) {
        return put(service, campaign, token, card);
    }

    private static Answer put(RunningService service, String id, String token, String card) {
        return service.call("PUT", path(id)).as(token).json(card).send();
    }

    private Answer put(String token, String card, String ifMatch) {
        return service.call("PUT", path())
                .as(token)
                .header("If-Match", ifMatch)
                .json(card)
                .send();
    }

    private static String card(String region, String type, String pledges) {
        return """
                {"region":"%s","employmentType":"%s","consent":{"version":"v1"},"pledges":%s}""".formatted(region, type, pledges);
    }
}
