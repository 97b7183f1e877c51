package org.pledgetracker.pledge.campaign.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.webkit.CannotStart;
import org.pledgetracker.webkit.TestTokens;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishCampaignsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestTokens tokens = TestTokens.start();

    @AfterAll
    void stop() {
        tokens.close();
    }

    @Test
    void aFileIsPublishedOnceWithItsKeyAndAnEditAsTheNextVersion() throws IOException {
        String id = id();
        Path folder = folder(id);
        String pledger;
        try (RunningService service = RunningService.start(tokens, folder)) {
            assertThat(version(service, id)).isEqualTo(1);
            pledger = key(service, id).pledger("issuer", "subject").name();

            write(folder, id, Samples.VALID.replace("title: Sample", "title: Edited"));
            await().atMost(PATIENCE).until(() -> version(service, id) == 2);
        }
        long before = LogEnds.of(Topics.CAMPAIGNS);

        // the text of version 1 again: it was published before, so a restart does not undo the edit
        write(folder, id, Samples.VALID);
        try (RunningService service = RunningService.start(tokens, folder)) {
            assertThat(version(service, id)).isEqualTo(2);
            assertThat(key(service, id).pledger("issuer", "subject").name())
                    .as("the same GP is the same pledger after a restart")
                    .isEqualTo(pledger);
        }
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    /**
     * A broker confirms a commit before those who read can see it, and its first one takes the longest. Three, since not every
     * one is slow enough to be noticed.
     */
    @RepeatedTest(3)
    void whatWasPublishedAtTheStartIsShownAfterItAlsoByABrokerThatNeverCommittedAnything() {
        String id = id();
        String fresh = RealBroker.forked().bootstrapServers();
        try (RunningService service =
                RunningService.start(tokens, folder(id), "spring.kafka.bootstrap-servers=" + fresh)) {
            assertThat(version(service, id)).isEqualTo(1);
        }
    }

    @Test
    void twoInstancesThatStartTogetherMakeOneKey() {
        String id = id();
        Path folder = folder(id);
        CompletableFuture<RunningService> first = startSoon(folder);
        CompletableFuture<RunningService> second = startSoon(folder);
        try (RunningService one = first.join();
                RunningService other = second.join()) {
            await().atMost(PATIENCE).until(() -> isPublished(one, id) && isPublished(other, id));

            assertThat(key(one, id).fingerprint()).isEqualTo(key(other, id).fingerprint());
            assertThat(version(one, id)).isEqualTo(1);
            assertThat(version(other, id)).isEqualTo(1);
        }
    }

    @Test
    void aFaultyEditIsRefusedAndTheLastGoodDefinitionStays() throws IOException {
        String id = id();
        Path folder = folder(id);
        try (RunningService service = RunningService.start(tokens, folder)) {
            write(folder, id, "title: [");
            Path other = folder.resolve(id + "-later.yaml");
            Files.writeString(other, Samples.VALID);
            // the other file is published in a look at the folder that met the faulty one too
            await().atMost(PATIENCE).until(() -> isPublished(service, id + "-later"));
            assertThat(version(service, id)).isEqualTo(1);

            write(folder, id, Samples.VALID.replace("description: Held until a trigger", "description: At once"));
            Files.writeString(other, Samples.VALID.replace("title: Sample", "title: Later"));
            await().atMost(PATIENCE).until(() -> version(service, id + "-later") == 2);
            assertThat(version(service, id)).as("an action keeps its meaning").isEqualTo(1);
        }
        try (RunningService service = RunningService.start(tokens, folder)) {
            assertThat(version(service, id)).isEqualTo(1);
        }
    }

    @Test
    void aFaultyFileWithoutAnEarlierDefinitionStopsTheStartWithAllFaults() throws IOException {
        String id = id();
        Path folder = folder(id);
        write(
                folder,
                id,
                Samples.VALID.replace("kind: resignation", "kind: strike").replace("count: 20", "count: 5"));

        assertThatThrownBy(() -> RunningService.start(tokens, folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(id + ".yaml")
                .hasMessageContaining("actions[1].kind: unknown kind 'strike'")
                .hasMessageContaining("thresholds[0].atLeast: asks for 5 pledges");
    }

    @Test
    void anotherMasterKeyCannotStart() {
        Path folder = folder(id());
        RunningService.start(tokens, folder).close();

        assertThatThrownBy(() -> RunningService.start(
                        tokens, folder, "pledge-tracker.master-key=" + RunningService.MASTER_KEY.replace('Q', 'g')))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("every GP would count twice");
    }

    @Test
    void noMasterKeyCannotStart() {
        assertThatThrownBy(() -> RunningService.start(tokens, folder(id()), "pledge-tracker.master-key="))
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("pledge-tracker.master-key is missing");
    }

    @Test
    void withoutABrokerItIsAliveButNotReady() {
        try (RunningService service = RunningService.start(
                tokens,
                folder(id()),
                "spring.kafka.bootstrap-servers=localhost:1",
                "pledge-tracker.kafka.patience-at-start=PT0.1S")) {
            assertThat(service.call("GET", "/livez").send().status()).isEqualTo(200);
            assertThat(service.call("GET", "/readyz").send().status()).isEqualTo(503);
            assertThat(service.call("GET", "/api/campaigns")
                            .as(tokens.organiser())
                            .send()
                            .status())
                    .isEqualTo(503);
        }
    }

    private CompletableFuture<RunningService> startSoon(Path folder) {
        return CompletableFuture.supplyAsync(() -> RunningService.start(tokens, folder));
    }

    private static String id() {
        return "publish-" + UUID.randomUUID();
    }

    private static Path folder(String id) {
        return RunningService.campaigns(id, Samples.VALID, Samples.ELECTORATE);
    }

    private static void write(Path folder, String id, String yaml) throws IOException {
        Files.writeString(folder.resolve(id + ".yaml"), yaml);
    }

    private static boolean isPublished(RunningService service, String id) {
        return service.bean(Campaigns.class).find(id).flatMap(Campaign::key).isPresent();
    }

    private static int version(RunningService service, String id) {
        return service.bean(Campaigns.class)
                .find(id)
                .map(campaign -> campaign.defined().version())
                .orElse(0);
    }

    private static CampaignKey key(RunningService service, String id) {
        return service.bean(Campaigns.class).find(id).flatMap(Campaign::key).orElseThrow();
    }
}
