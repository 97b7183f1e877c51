package org.pledgetracker.pledge.campaign.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.RunningService.Call;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionApiIT {

    private final TestTokens tokens = TestTokens.start();
    private final Path folder =
            RunningService.campaigns("organised-" + UUID.randomUUID(), Samples.VALID, Samples.ELECTORATE);
    private final RunningService service =
            RunningService.start(tokens, folder, "pledge-tracker.limits.member-writes=none");
    private String id = "";

    @BeforeEach
    void anotherCampaign() {
        id = "organised-" + UUID.randomUUID();
    }

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void anOrganiserMakesACampaignAndChangesItFromTheVersionThatTheyRead() {
        assertThat(put(text()).header("If-None-Match", "*").send().status()).isEqualTo(201);
        Answer read = get("/definition");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.header("Content-Type")).startsWith("application/yaml");
        assertThat(read.header("Content-Disposition")).contains(id + ".yaml");

        Answer changed = put(read.body().replace("title: Sample", "title: Other"))
                .header("If-Match", "\"7\", " + read.header("ETag"))
                .send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("changes").toString())
                .isEqualTo("[{\"path\":\"title\",\"before\":\"Sample\",\"after\":\"Other\"}]");
        assertThat(service.call("GET", "/api/campaigns/" + id)
                        .as(tokens.gp("gp-1", "wales", "partner"))
                        .send()
                        .json()
                        .path("title")
                        .asString())
                .as("it takes effect at once")
                .isEqualTo("Other");
    }

    @Test
    void aChangeFromAnOldVersionIsRefusedAndNothingIsRecorded() {
        made();
        edited("Other");
        long before = LogEnds.of(Topics.CAMPAIGNS);

        Answer stale = put(text().replace("title: Sample", "title: Mine"))
                .header("If-Match", "\"1\"")
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale");
        assertThat(call("POST", "/definition/check")
                        .header("If-Match", "\"1\"")
                        .body("application/yaml", text())
                        .send()
                        .problem())
                .as("nor is it checked")
                .isEqualTo("stale");
        assertThat(put(text()).send().status()).as("a version has to be named").isEqualTo(428);
        assertThat(put(text()).header("If-None-Match", "*").send().status())
                .as("it is there already")
                .isEqualTo(412);
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void aCampaignThatIsNotThereCannotBeChanged() {
        Answer refused = put(text()).header("If-Match", "*").send();

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo("no-such-campaign");
    }

    @Test
    void ofThoseWhoChangeTheSameVersionAtOnceOneIsTaken() {
        made();

        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> put(text().replace("title: Sample", "title: Writer " + i))
                                .header("If-Match", "\"1\"")
                                .send()
                                .status(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412);
        assertThat(get("/versions").json()).hasSize(2);
    }

    @Test
    void whatChangesNothingMakesNoVersion() {
        made();

        Answer same = put(text() + "# a comment\n").header("If-Match", "\"1\"").send();

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(get("/versions").json()).hasSize(1);
    }

    @Test
    void everyFaultIsToldWithItsLineAndNothingIsRecorded() {
        long before = LogEnds.of(Topics.CAMPAIGNS);
        String faulty = text().replace("kind: resignation", "kind: strike").replace("count: 20", "count: 5");

        Answer refused = put(faulty).header("If-None-Match", "*").send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString())
                .contains("actions[1].kind", "line " + lineOf(faulty, "kind: strike") + ": unknown kind 'strike'")
                .contains("thresholds[0].atLeast", "line " + lineOf(faulty, "count: 5") + ": asks for 5 pledges");
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void whatAnOpenCampaignHasToKeepIsKept() {
        made();

        Answer refused = put(text().replace("description: Held until a trigger", "description: At once"))
                .header("If-Match", "*")
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString()).contains("actions[1].description", "make a new action");
    }

    @Test
    void aConsentVersionIsRememberedAlsoAfterAnotherCame() {
        made();
        assertThat(put(asking("v2", "I agree to more"))
                        .header("If-Match", "*")
                        .send()
                        .status())
                .isEqualTo(200);

        Answer reused = put(asking("v1", "I agree to everything"))
                .header("If-Match", "*")
                .send();

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.json().path("errors").toString()).contains("'v1' stood for another text before");
        assertThat(put(asking("v1", "I agree")).header("If-Match", "*").send().status())
                .as("the text that they agreed to")
                .isEqualTo(200);
    }

    private static String asking(String version, String consent) {
        return text().replace(
                        "{version: v1, text: I agree}",
                        "{version: %s, text: %s, answerBy: %s}"
                                .formatted(
                                        version,
                                        consent,
                                        LocalDate.now(ZoneOffset.UTC).plusDays(30)));
    }

    @Test
    void aCheckTellsWhatWouldChangeAndChangesNothing() {
        made();
        long before = LogEnds.of(Topics.CAMPAIGNS);

        Answer checked = call("POST", "/definition/check")
                .body("application/yaml", text().replace("2600", "2650"))
                .send();

        assertThat(checked.json().path("changes").toString())
                .isEqualTo("[{\"path\":\"electorate[north-west].partner\",\"before\":\"2600\",\"after\":\"2650\"}]");
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void anOddIdMakesNoCampaign() {
        Answer refused = service.call("PUT", "/api/campaigns/Not_An_Id/definition")
                .as(tokens.organiser())
                .header("If-None-Match", "*")
                .body("application/yaml", text())
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString()).contains("'Not_An_Id' is not an id");
    }

    @Test
    void versionsSayWhoWithoutNamingAnybody() {
        made();
        String other = tokens.token(Map.of("sub", "secretary", "roles", List.of("organiser")));
        service.call("PUT", "/api/campaigns/" + id + "/definition")
                .as(other)
                .header("If-Match", "*")
                .body("application/yaml", text().replace("title: Sample", "title: Other"))
                .send();

        Answer versions = get("/versions");

        assertThat(versions.json()).hasSize(2);
        assertThat(versions.json().get(0).path("version").asInt()).isEqualTo(2);
        String second = versions.json().get(0).path("definedBy").asString();
        String first = versions.json().get(1).path("definedBy").asString();
        assertThat(List.of(first, second)).allSatisfy(by -> assertThat(by).matches("organiser [A-Za-z0-9_-]{16}"));
        assertThat(first).isNotEqualTo(second);
        assertThat(versions.body()).doesNotContain("secretary");
    }

    @Test
    void noFileUndoesAnEditAfterARestart() throws IOException {
        String fromFile = "organised-file-" + UUID.randomUUID();
        Path files = RunningService.campaigns(fromFile, Samples.VALID, Samples.ELECTORATE);
        id = fromFile;
        String export;
        try (RunningService first = RunningService.start(tokens, files)) {
            String read = definition(first);
            assertThat(edit(first, "1", read.replace("title: Sample", "title: Second") + "# as written\n"))
                    .isEqualTo(200);
            export = definition(first);
            assertThat(edit(first, "2", export.replace("title: Second", "title: Third")))
                    .isEqualTo(200);
        }
        long before = LogEnds.of(Topics.CAMPAIGNS);
        try (RunningService again = RunningService.start(tokens, files)) {
            assertThat(definition(again)).as("the file is the first version's").contains("title: Third");
        }
        Files.writeString(files.resolve(fromFile + ".yaml"), export);
        try (RunningService again = RunningService.start(tokens, files)) {
            assertThat(definition(again))
                    .as("the file is the export of the second")
                    .contains("title: Third");
        }
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void everyVersionIsKeptForEver() throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CAMPAIGNS.name());
        try (Admin admin = Admin.create(RealBroker.get().clientSettings())) {
            assertThat(admin.describeConfigs(List.of(topic)).all().get().values())
                    .singleElement()
                    .satisfies(config -> {
                        assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
                        assertThat(config.get("retention.ms").value()).isEqualTo("-1");
                    });
        }
    }

    private String definition(RunningService running) {
        return running.call("GET", "/api/campaigns/" + id + "/definition")
                .as(tokens.organiser())
                .send()
                .body();
    }

    private int edit(RunningService running, String version, String text) {
        return running.call("PUT", "/api/campaigns/" + id + "/definition")
                .as(tokens.organiser())
                .header("If-Match", '"' + version + '"')
                .body("application/yaml", text)
                .send()
                .status();
    }

    private void made() {
        assertThat(put(text()).header("If-None-Match", "*").send().status()).isEqualTo(201);
    }

    private void edited(String title) {
        assertThat(put(text().replace("title: Sample", "title: " + title))
                        .header("If-Match", "*")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** The sample with its electorate in it. */
    private static String text() {
        return Samples.VALID.replace(
                "electorate: {file: electorate.csv, source: somewhere, asOf: 2023-03-31}\n",
                "electorate:\n  source: somewhere\n  asOf: 2023-03-31\n  table: |\n" + Samples.ELECTORATE.indent(4));
    }

    private static long lineOf(String text, String part) {
        return text.substring(0, text.indexOf(part)).lines().count();
    }

    private Call put(String text) {
        return call("PUT", "/definition").body("application/yaml", text);
    }

    private Answer get(String path) {
        return call("GET", path).send();
    }

    private Call call(String method, String path) {
        return service.call(method, "/api/campaigns/" + id + path).as(tokens.organiser());
    }
}
