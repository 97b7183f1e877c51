package org.pledgetracker.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.Onlooker;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final String london = tokens.rep("london");
    private final String wales = tokens.rep("wales");
    private final String campaign = "c-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private RunningNotifier notifier;

    InboxIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS));
        }
        notifier = start();
    }

    @BeforeAll
    void becomesReady() {
        await().atMost(PATIENCE).until(() -> notifier.readiness() == 200);
    }

    @AfterAll
    void close() {
        notifier.close();
        producer.close();
        tokens.close();
    }

    @Test
    void aCrossingReachesTheInboxOfItsRepsAndOfNobodyElse() throws Exception {
        cross(reached(campaign, "in-london", "london", 1));
        cross(reached(campaign, "national", null, 1));
        awaitAlert("national");

        assertThat(thresholds(london)).contains("in-london", "national");
        assertThat(thresholds(tokens.organiser())).contains("in-london", "national");
        assertThat(thresholds(wales)).contains("national").doesNotContain("in-london");
        assertThat(notifier.post(acknowledgement("in-london", 1), wales).statusCode())
                .isEqualTo(404);
        assertThat(notifier.get("/api/alerts", tokens.gp("g", "london", "partner"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(notifier.get("/api/alerts", "no token").statusCode()).isEqualTo(401);
    }

    @Test
    void aRepNoticesNothingOfWhatIsCrossedAndSeenToElsewhere() throws Exception {
        cross(reached(campaign, "known-to-all", null, 1));
        awaitAlert("known-to-all");
        Onlooker onlooker = new Onlooker(
                notifier.context(),
                tokens.rep("kent"),
                Map.of(
                        "id",
                        CrossingId.of(campaign, "elsewhere", 1).alert(),
                        "provider",
                        "sign-in",
                        "token",
                        "none",
                        "webhook",
                        "none"));
        // the first look makes a subscription; what other tests left may still be fanned out
        AtomicReference<SortedMap<String, String>> before = new AtomicReference<>(onlooker.look());
        await().atMost(PATIENCE).until(() -> {
            SortedMap<String, String> now = onlooker.look();
            return now.equals(before.getAndSet(now));
        });
        assertThat(before.get().get("/api/alerts")).contains("known-to-all");

        cross(reached(campaign, "elsewhere", "london", 1));
        awaitAlert("elsewhere");
        assertThat(onlooker.changedSince(before.get())).isEmpty();

        assertThat(notifier.post(acknowledgement("elsewhere", 1), london).statusCode())
                .isEqualTo(200);
        cross(Crossings.lost(campaign, "elsewhere", "london", 2));
        await().atMost(PATIENCE)
                .until(() -> notifier.alerts(campaign, london).stream()
                        .anyMatch(alert -> alert.path("crossing").asInt() == 2
                                && alert.path("threshold").asString().equals("elsewhere")));
        assertThat(onlooker.changedSince(before.get())).isEmpty();
    }

    @Test
    void aRecordWrittenTwiceIsOneAlertAlsoAfterARestart() throws Exception {
        cross(reached(campaign, "twice", null, 1));
        cross(reached(campaign, "twice", null, 1));
        cross(reached(campaign, "after-twice", null, 1));
        awaitAlert("after-twice");
        assertThat(thresholds(london)).containsOnlyOnce("twice");

        restart();

        assertThat(thresholds(london)).containsOnlyOnce("twice").containsOnlyOnce("after-twice");
    }

    @Test
    void theFirstAcknowledgementIsSeenByTheOtherRepsAndSurvivesARestart() throws Exception {
        cross(reached(campaign, "seen-to", null, 1));
        awaitAlert("seen-to");

        assertThat(notifier.post(acknowledgement("seen-to", 1), wales).statusCode())
                .isEqualTo(200);
        assertThat(acknowledgedBy(london, "seen-to")).isEqualTo("wales");
        HttpResponse<String> again = notifier.post(acknowledgement("seen-to", 1), london);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("wales").doesNotContain("rep-wales");

        restart();

        assertThat(acknowledgedBy(london, "seen-to")).isEqualTo("wales");
    }

    @Test
    void alertsArriveLiveAndWhoComesBackHasNoGap() throws Exception {
        BlockingQueue<String> lines = listen("/api/alerts/live", null);
        String connected = next(lines, "id:");
        cross(reached(campaign, "live-elsewhere", "wales", 1));
        cross(reached(campaign, "live", "london", 1));
        assertThat(next(lines, "id:")).isNotEqualTo(connected);
        assertThat(next(lines, "data:")).contains("\"live\"").contains("\"reached\"");

        cross(reached(campaign, "missed", "london", 1));
        awaitAlert("missed");
        restart();
        BlockingQueue<String> resumed = listen("/api/alerts/live", connected.substring("id:".length()));

        assertThat(next(resumed, "data:")).contains("\"live\"");
        assertThat(next(resumed, "data:")).contains("\"missed\"");
        assertThat(notifier.get("/api/alerts/live?after=nonsense", london).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theInboxIsAPageThatSaysWhatItIsAndHowToAcknowledge() throws Exception {
        cross(reached(campaign, "on-the-page", "london", 1));
        cross(Crossings.lost(campaign, "on-the-page", "london", 2));
        awaitAlert("on-the-page");
        await().atMost(PATIENCE)
                .until(() -> notifier.get("/", london).body().contains("Lost: Ten or more: on-the-page"));

        String page = notifier.get("/", london).body();
        String id = CrossingId.of(campaign, "on-the-page", 1).alert();
        assertThat(page)
                .contains("Reached: Ten or more: on-the-page", "not a ballot, not a call to act")
                .contains("Mon 2 Nov 2026, 12:01")
                .contains("/alerts/" + id + "/acknowledgement");
        assertThat(notifier.get("/alerts/" + id, london).body())
                .contains("<li", id)
                .doesNotContain("<html");
        assertThat(notifier.get("/alerts/" + id, wales).statusCode()).isEqualTo(404);
        assertThat(notifier.get("/notifier-service/live.js", london).body()).contains("EventSource");
    }

    @Test
    void whatARepHasReadIsNotNewAnyMoreAndOthersStillHaveItToRead() throws Exception {
        cross(reached(campaign, "to-read", "london", 1));
        awaitAlert("to-read");
        String title = "Reached: Ten or more: to-read";
        assertThat(notifier.get("/?show=unread", london).body()).contains(title);

        markAsRead(bookmark());

        assertThat(notifier.get("/?show=unread", london).body()).doesNotContain(title);
        assertThat(notifier.get("/?show=open", london).body()).contains(title);
        assertThat(notifier.get("/?show=unread", tokens.organiser()).body()).contains(title);
        notifier.post(acknowledgement("to-read", 1), london);
        assertThat(notifier.get("/?show=open", london).body()).doesNotContain(title);
    }

    @Test
    void anOlderPageThatIsMarkedAsReadTakesNothingBack() throws Exception {
        String older = bookmark();
        cross(reached(campaign, "read-since", "london", 1));
        awaitAlert("read-since");
        markAsRead(bookmark());

        markAsRead(older);

        assertThat(notifier.get("/?show=unread", london).body()).doesNotContain("read-since");
    }

    @Test
    void withoutTheBrokerAnAcknowledgementIsNotClaimedAndTheServiceRecovers() throws Exception {
        cross(reached(campaign, "paused", null, 1));
        awaitAlert("paused");
        broker.pause();
        try {
            HttpResponse<String> answer = notifier.post(acknowledgement("paused", 1), london);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(notifier.readiness()).isEqualTo(503);
            assertThat(thresholds(london)).contains("paused");
        } finally {
            broker.resume();
        }
        await().atMost(PATIENCE).until(() -> notifier.readiness() == 200);
        await().atMost(PATIENCE)
                .until(() -> notifier.post(acknowledgement("paused", 1), london).statusCode() == 200);
        assertThat(acknowledgedBy(wales, "paused")).isEqualTo("london");
    }

    /** Of the inbox as it is now. */
    private String bookmark() throws IOException, InterruptedException {
        return notifier.get("/", london).body().replaceAll("(?s).*name=\"bookmark\" value=\"([^\"]*)\".*", "$1");
    }

    private void markAsRead(String bookmark) throws IOException, InterruptedException {
        HttpRequest read = notifier.request("/alerts/read", london)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("bookmark=" + bookmark))
                .build();
        assertThat(RunningNotifier.HTTP
                        .send(read, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(302);
    }

    private RunningNotifier start() {
        return RunningNotifier.start(broker.bootstrapServers(), tokens);
    }

    private void restart() {
        notifier.close();
        notifier = start();
        becomesReady();
    }

    private void cross(ThresholdCrossed crossing) throws Exception {
        producer.send(Topics.THRESHOLD_EVENTS.record(crossing, Instant.now())).get(10, TimeUnit.SECONDS);
    }

    private void awaitAlert(String threshold) {
        await().atMost(PATIENCE).until(() -> thresholds(london).contains(threshold));
    }

    private List<String> thresholds(String token) throws IOException, InterruptedException {
        return notifier.alerts(campaign, token).stream()
                .map(alert -> alert.path("threshold").asString())
                .toList();
    }

    private String acknowledgedBy(String token, String threshold) throws IOException, InterruptedException {
        return notifier.alerts(campaign, token).stream()
                .filter(alert -> alert.path("threshold").asString().equals(threshold))
                .map(alert -> alert.at("/acknowledgedBy/regions/0").asString())
                .findFirst()
                .orElse("nobody");
    }

    private String acknowledgement(String threshold, int crossing) {
        return "/api/alerts/" + CrossingId.of(campaign, threshold, crossing).alert() + "/acknowledgement";
    }

    private BlockingQueue<String> listen(String path, @org.jspecify.annotations.Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = notifier.request(path, london);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.strip());
        }
        HttpResponse<InputStream> answer =
                RunningNotifier.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
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

    private static String next(BlockingQueue<String> lines, String start) throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        while (line != null && !line.startsWith(start)) {
            line = lines.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).as("a line that starts with '%s'", start).isNotNull();
        return line;
    }
}
