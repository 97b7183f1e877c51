package org.pledgetracker.pledge.retention.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.pledging.recording.EraseCards;
import org.pledgetracker.webkit.TestTokens;

/** On a broker of its own: a campaign whose key was destroyed before the day by our clocks would stop every other start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseExpiredIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestTokens tokens = TestTokens.start();
    private final RealBroker broker = RealBroker.forked();

    /** The clock that is handed in runs ahead of the broker's, which refuses what comes from the future. */
    @BeforeAll
    void acceptTheFuture() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, Topics.writtenBy(Writer.PLEDGE_SERVICE));
            ConfigEntry late = new ConfigEntry("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
            AlterConfigOp accept = new AlterConfigOp(late, AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Topics.MARKED.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                                    topic -> List.of(accept))))
                    .all()
                    .get();
        }
    }

    @AfterAll
    void stop() {
        tokens.close();
    }

    @Test
    void whoDoesNotAgreeToTheNewTextInTimeIsErasedAndWhoDoesStays() throws Exception {
        String id = id();
        Path folder = folder(id);
        Instant answerBy = Instant.now().plus(Duration.ofDays(20));
        String silent = gp();
        String answers = gp();
        String withdraws = gp();
        try (RunningService service = start(folder)) {
            put(service, id, silent, "v1", "work-to-rule");
            put(service, id, answers, "v1", "work-to-rule");
            assertThat(put(service, id, withdraws, "v1", "work-to-rule").status())
                    .isEqualTo(200);
            publish(
                    service,
                    id,
                    folder,
                    Samples.VALID.replace(
                            "{version: v1, text: I agree}",
                            "{version: v2, text: I agree to more, answerBy: %s}".formatted(answerBy)));
            assertThat(put(service, id, answers, "v2", "work-to-rule").status()).isEqualTo(200);
            assertThat(put(service, id, withdraws, "v1").status())
                    .as("to take a pledge back is no answer")
                    .isEqualTo(200);

            erase(service, answerBy.minus(MINUTE));
            assertThat(hasCard(service, id, silent)).isTrue();

            erase(service, answerBy);
            assertThat(hasCard(service, id, silent)).isFalse();
            assertThat(hasCard(service, id, withdraws)).isFalse();
            assertThat(hasCard(service, id, answers)).isTrue();
            assertThat(put(service, id, silent, "v2", "work-to-rule").status())
                    .as("whoever was erased may pledge again")
                    .isEqualTo(200);
            erase(service, answerBy.plus(MINUTE));
            assertThat(hasCard(service, id, silent)).isTrue();
        }
    }

    @Test
    void aCardThatIsDeclaredAnewWhileTheOthersAreErasedStays() {
        String id = id();
        String quick = gp();
        try (RunningService service = start(folder(id))) {
            put(service, id, quick, "v1", "work-to-rule");
            boolean[] asked = new boolean[1];

            // the card was looked at once, then its GP answered, then it is looked at again
            service.bean(EraseCards.class)
                    .eraseAll(
                            id,
                            card -> {
                                boolean first = !asked[0];
                                asked[0] = true;
                                return first || card.pledges().isEmpty();
                            },
                            Instant.now());

            assertThat(hasCard(service, id, quick)).isTrue();
        }
    }

    @Test
    void aClosedCampaignLosesItsCardsAndThenItsKeyForGood() throws Exception {
        String id = id();
        Path folder = folder(id);
        String gp = gp();
        Instant erased;
        try (RunningService service = start(folder)) {
            put(service, id, gp, "v1", "work-to-rule");
            put(service, id, gp(), "v1", "work-to-rule");
            publish(service, id, folder, Samples.VALID.replace("state: open", "state: closed"));
            Campaign campaign = campaign(service, id);
            assertThat(campaign.defined().closing())
                    .isEqualTo(campaign.defined().definedAt());
            erased = campaign.defined().eraseAt().plus(Duration.ofHours(1));

            erase(service, erased.minus(MINUTE));
            assertThat(hasCard(service, id, gp)).isTrue();
            assertThat(campaign(service, id).key()).isPresent();

            erase(service, erased);
            await().atMost(PATIENCE).until(() -> campaign(service, id).key().isEmpty());
            assertThat(service.bean(EraseCards.class).isThereOne(id, card -> true))
                    .isFalse();
            erase(service, erased.plus(MINUTE));
        }
        long keys = ends("campaign-keys");
        long definitions = ends("campaigns");

        Files.writeString(
                folder.resolve(id + ".yaml"),
                Samples.VALID.replace("state: open", "state: closed").replace("title: Sample", "title: Edited"));
        Files.writeString(folder.resolve(id + "-later.yaml"), Samples.VALID);
        InstantSource afterwards = InstantSource.fixed(erased.plus(MINUTE));
        try (RunningService service = start(folder, afterwards)) {
            await().atMost(PATIENCE).until(() -> service.bean(Campaigns.class).holdsKey(id + "-later"));
            assertThat(service.bean(Campaigns.class).holdsKey(id))
                    .as("no second key is made")
                    .isFalse();
            assertThat(ends("campaign-keys")).as("the later one's").isEqualTo(keys + 2);
            assertThat(ends("campaigns")).as("the later one's").isEqualTo(definitions + 2);

            Answer mine = get(service, id, gp);
            assertThat(mine.status()).isEqualTo(200);
            assertThat(mine.json().path("pledges")).isEmpty();
        }
    }

    @Test
    void whereTheKeyIsDestroyedErasingAndReadingAnswerAndPledgingIsOver() throws Exception {
        String id = id();
        // closed so long ago, by all clocks, that all of it is over
        String past = Samples.VALID
                .replace("opensAt: 2026-09-01", "opensAt: 2026-01-01")
                .replace("closesAt: 2027-03-31", "closesAt: 2026-02-01")
                .replace("eraseAfterDays: 90", "eraseAfterDays: 30");
        Path folder = RunningService.campaigns(id, past, Samples.ELECTORATE);
        String gp = gp();
        try (RunningService service = start(folder)) {
            erase(service, Instant.now());
            await().atMost(PATIENCE).until(() -> campaign(service, id).key().isEmpty());

            assertThat(get(service, id, gp).status()).isEqualTo(200);
            assertThat(service.call("DELETE", path(id)).as(gp).send().status()).isEqualTo(204);
            Answer put = put(service, id, gp, "v1", "work-to-rule");
            assertThat(put.status()).isEqualTo(409);
            assertThat(put.problem()).isEqualTo("campaign-closed");
        }
    }

    private long ends(String topic) {
        return LogEnds.of(broker, topic);
    }

    private static void erase(RunningService service, Instant now) throws InterruptedException {
        service.bean(EraseExpired.class).erase(now);
    }

    private static void publish(RunningService service, String id, Path folder, String yaml) throws IOException {
        int before = campaign(service, id).defined().version();
        Files.writeString(folder.resolve(id + ".yaml"), yaml);
        await().atMost(PATIENCE).until(() -> campaign(service, id).defined().version() > before);
    }

    private static Campaign campaign(RunningService service, String id) {
        return service.bean(Campaigns.class).find(id).orElseThrow();
    }

    private RunningService start(Path folder) {
        return start(folder, InstantSource.system());
    }

    private RunningService start(Path folder, InstantSource clock) {
        RunningService service = RunningService.startAt(
                clock, tokens, folder, "spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        // on a broker that has just made its topics, the first campaigns are published after the start
        Campaigns campaigns = service.bean(Campaigns.class);
        await().atMost(PATIENCE)
                .until(() -> files(folder).allMatch(id -> campaigns.find(id).isPresent()));
        return service;
    }

    private static Stream<String> files(Path folder) {
        String[] names = folder.toFile().list((ignored, name) -> name.endsWith(".yaml"));
        return Stream.of(Objects.requireNonNull(names)).map(name -> name.replace(".yaml", ""));
    }

    private static String id() {
        return "retention-" + UUID.randomUUID();
    }

    private static Path folder(String id) {
        return RunningService.campaigns(id, Samples.VALID, Samples.ELECTORATE);
    }

    private String gp() {
        return tokens.gp("gp-" + UUID.randomUUID(), "wales", "partner");
    }

    private static String path(String id) {
        return "/api/campaigns/" + id + "/my-pledges";
    }

    private static Answer get(RunningService service, String id, String gp) {
        return service.call("GET", path(id)).as(gp).send();
    }

    private static boolean hasCard(RunningService service, String id, String gp) {
        return !get(service, id, gp).header("ETag").isEmpty();
    }

    private static Answer put(RunningService service, String id, String gp, String consent, String... actions) {
        String pledges = String.join(
                ",", Stream.of(actions).map("{\"action\":\"%s\"}"::formatted).toList());
        return service.call("PUT", path(id))
                .as(gp)
                .json("""
                        {"region":"wales","employmentType":"partner","consent":{"version":"%s"},"pledges":[%s]}""".formatted(consent, pledges))
                .send();
    }
}
