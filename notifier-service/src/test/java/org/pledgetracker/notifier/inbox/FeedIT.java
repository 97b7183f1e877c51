package org.pledgetracker.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.subscription.FeedToken;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.TestTokens;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:8082(/feeds/[A-Za-z0-9_-]{43})<");
    private static final int ALLOWED = 20;

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final NotifierKey key = new NotifierKey(RunningNotifier.MASTER_KEY);
    private final String campaign = "c-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final RunningNotifier notifier;

    FeedIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS));
        }
        notifier = RunningNotifier.start(
                broker.bootstrapServers(),
                tokens,
                "--pledge-tracker.limits.address=" + ALLOWED + "/1h",
                "--pledge-tracker.limits.trusted-proxies=127.0.0.1,::1");
    }

    @BeforeAll
    void twoAlerts() throws Exception {
        // readiness is asked for by a stranger, who may not ask often here
        await().atMost(PATIENCE)
                .until(() -> notifier.get("/api/alerts", tokens.organiser()).statusCode() == 200);
        for (String region : List.of("london", "wales")) {
            producer.send(Topics.THRESHOLD_EVENTS.record(reached(campaign, "in-" + region, region, 1), Instant.now()))
                    .get(10, TimeUnit.SECONDS);
        }
        await().atMost(PATIENCE)
                .until(() -> notifier.alerts(campaign, tokens.organiser()).size() == 2);
    }

    @AfterAll
    void close() {
        notifier.close();
        producer.close();
        tokens.close();
    }

    @Test
    void aFeedTellsWhatTheInboxOfItsRepDoesAndIsKeptByNobody() throws Exception {
        String rep = tokens.rep("london");
        String path = make(rep);
        HttpResponse<String> answer = open(path, "198.51.100.1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("<entry>", "Reached: Ten or more: in-london")
                .doesNotContain("in-wales")
                .doesNotContain(path);
        assertThat(count(answer.body(), "<entry>"))
                .isEqualTo(Math.min(100, count(notifier.get("/api/alerts", rep).body(), "\"id\"")));
        assertThat(notifier.get("/subscription", rep).body())
                .as("the address is shown once")
                .doesNotContain("/feeds/")
                .contains("Make another address");
        assertThat(notifier.get("/api/my-subscriptions", rep).body()).contains("feedSince");
    }

    @Test
    void aFeedWithAnotherAddressOrAnEndedOneIsAsUnknownAsAnyMadeUpToken() throws Exception {
        String rep = tokens.rep("renewing");
        String first = make(rep);
        String second = make(rep);
        HttpResponse<String> madeUp = open("/feeds/" + FeedToken.fresh().text(), "198.51.100.2");

        assertThat(madeUp.statusCode()).isEqualTo(404);
        assertThat(open(second, "198.51.100.2").statusCode()).isEqualTo(200);
        assertThat(open(first, "198.51.100.2").statusCode()).isEqualTo(404);
        assertThat(open(first, "198.51.100.2").body()).isEqualTo(madeUp.body());

        assertThat(press("/subscription/feed/end", rep).statusCode()).isEqualTo(302);
        assertThat(open(second, "198.51.100.2").statusCode()).isEqualTo(404);
    }

    @Test
    void choosingAnewWhatIsSentLeavesTheFeed() throws Exception {
        String rep = tokens.rep("choosing-again");
        String path = make(rep);
        assertThat(notifier.put("/api/my-subscriptions", rep, "{\"national\":false}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(open(path, "198.51.100.3").statusCode()).isEqualTo(200);
    }

    @Test
    void theFeedOfALapsedRepEndsWithTheSubscription() throws Exception {
        assertThat(open(feedOf("control", Instant.now()), "198.51.100.4").statusCode())
                .isEqualTo(200);
        assertThat(open(feedOf("lapsed", Instant.now().minus(Duration.ofDays(32))), "198.51.100.4")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverTriesTokensHasToWait() throws Exception {
        List<Integer> answers = IntStream.range(0, ALLOWED + 5)
                .mapToObj(i -> status("/feeds/" + FeedToken.fresh().text(), "203.0.113.9"))
                .toList();

        assertThat(answers.subList(0, ALLOWED)).containsOnly(404);
        assertThat(answers.subList(ALLOWED, answers.size())).containsOnly(429);
        assertThat(status("/unsubscribe/made-up", "203.0.113.9")).isEqualTo(429);
        assertThat(status("/unsubscribe/made-up", "198.51.100.5")).isEqualTo(404);
    }

    /** The path of the feed of a rep who was seen then. */
    private String feedOf(String rep, Instant seen) throws Exception {
        FeedToken token = FeedToken.fresh();
        String handle = "%022d".formatted(rep.hashCode() & 0xffff);
        SubscriptionSet subscription = Subscriber.withFeed(
                Subscriber.first(handle, Patch.of(Set.of("london")), "", seen), new Feed(token.mark(key), seen), seen);
        producer.send(Topics.SUBSCRIPTIONS.record(subscription, Instant.now())).get(10, TimeUnit.SECONDS);
        // another record behind it on its partition, so that it has been read once that has an effect
        FeedToken probe = FeedToken.fresh();
        SubscriptionSet behind = Subscriber.withFeed(
                Subscriber.first(handle + "/probe", Patch.whole(), "", Instant.now()),
                new Feed(probe.mark(key), seen),
                seen);
        producer.send(Topics.SUBSCRIPTIONS.record(behind, Instant.now())).get(10, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> status("/feeds/" + probe.text(), "198.51.100.4") == 200);
        return "/feeds/" + token.text();
    }

    private String make(String rep) throws IOException, InterruptedException {
        HttpResponse<String> pressed = press("/subscription/feed", rep);
        assertThat(pressed.statusCode()).isEqualTo(302);
        String session =
                pressed.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
        String page = RunningNotifier.HTTP
                .send(
                        notifier.request("/subscription", rep)
                                .header("Cookie", session)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher address = ADDRESS.matcher(page);
        assertThat(address.find()).as(page).isTrue();
        return address.group(1);
    }

    private HttpResponse<String> press(String path, String token) throws IOException, InterruptedException {
        return RunningNotifier.HTTP.send(
                notifier.request(path, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> open(String path, String from) throws IOException, InterruptedException {
        return RunningNotifier.HTTP.send(
                HttpRequest.newBuilder(notifier.uri(path))
                        .header("X-Forwarded-For", from)
                        .header("Accept", "application/atom+xml")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int status(String path, String from) {
        try {
            return open(path, from).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
