package org.pledgetracker.notifier.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.SubscriptionSet.Timing;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.FreePort;
import org.pledgetracker.webkit.TestTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills notifier-service at random moments while it delivers, with a mail server that is down for part of the time. Five
 * kills in every build; the whole proof with {@code -Dcrash.kills=50 -Dcrash.crossings=500 -Dcrash.reps=200}, which takes some
 * twenty minutes on two cores.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int KILLS = Integer.getInteger("crash.kills", 5);
    private static final int CROSSINGS = Integer.getInteger("crash.crossings", 50);
    private static final int REPS = Integer.getInteger("crash.reps", 20);
    private static final int REGIONS = 10;
    private static final int IN_FLIGHT = 4;
    private static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What the kills left is delivered by four at once. */
    private static final Duration CATCHING_UP = PATIENCE.plusMillis(100L * CROSSINGS * REPS / REGIONS);

    private final RealBroker broker = RealBroker.forked();
    private final Random moments = new Random(20261127);
    private final NotifierKey key = new NotifierKey(MASTER_KEY);
    private final Map<String, DeliveryEvent> standings = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> raised = new CopyOnWriteArrayList<>();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final TopicFollower follower =
            new TopicFollower("crash-test", broker.clientSettings(), List.of(Topics.DELIVERIES), this::take);
    private final TestTokens tokens = TestTokens.start();
    private final MailServer mail;
    private final HttpServer hook;
    private final int port = FreePort.find();
    private int downs;

    CrashIT() throws Exception {
        mail = new MailServer();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        hook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hook.createContext("/", exchange -> {
            called.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
    }

    @BeforeAll
    void begin() throws Exception {
        hook.start();
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, false).provision(admin, Topics.ALL);
        }
        for (int rep = 0; rep < REPS; rep++) {
            producer.send(Topics.SUBSCRIPTIONS.record(subscription(rep), Instant.now()))
                    .get();
        }
        follower.start();
    }

    @AfterAll
    void end() {
        follower.close();
        producer.close();
        mail.close();
        tokens.close();
        hook.stop(0);
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void killedAtRandomMomentsItLosesNoDeliveryAndRepeatsNoMoreThanWereInFlight() throws Exception {
        try (NotifierProcess notifier = new NotifierProcess(settings());
                LiveInbox inbox = new LiveInbox(uri("/api/alerts/live?after="), tokens::organiser)) {
            int crossed = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int upTo = CROSSINGS * (kill + 1) / KILLS;
                cross(crossed, upTo);
                crossed = upTo;
                if (kill % 5 == 1) {
                    mail.down();
                    downs++;
                } else if (kill % 5 == 3) {
                    mail.up();
                }
                int before = standings.size();
                await().atMost(PATIENCE).until(() -> standings.size() > before || raised.size() == CROSSINGS);
                // it delivers now; somewhere between an attempt and its commit
                LockSupport.parkNanos(Duration.ofMillis(moments.nextInt(600)).toNanos());
                assertThat(notifier.isAlive()).as("it did not end by itself").isTrue();
                notifier.kill();
                notifier.restart();
            }
            if (KILLS % 5 == 2 || KILLS % 5 == 3) {
                mail.up();
            }
            await().atMost(CATCHING_UP)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> raised.size() >= CROSSINGS
                            && standings.values().stream().allMatch(DeliveryDelivered.class::isInstance));
            theInboxHoldsEveryAlertOnce();
            await().atMost(PATIENCE).until(() -> new HashSet<>(inbox.alerts()).size() == CROSSINGS);
            LOG.info("inbox: {} alerts came live, each once", inbox.alerts().size());
            assertThat(inbox.alerts()).as("none came twice").doesNotHaveDuplicates();
        }
        everythingWasDelivered();
    }

    private void theInboxHoldsEveryAlertOnce() {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/alerts"))
                .header("Authorization", "Bearer " + tokens.organiser())
                .build();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            List<String> ids = new JsonMapper()
                    .readTree(answer.body())
                    .valueStream()
                    .map(alert -> alert.path("id").asString())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().hasSize(CROSSINGS);
        });
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void everythingWasDelivered() {
        int expected = CROSSINGS / REGIONS * (REPS / REGIONS) * REGIONS;
        List<String> mails = mail.taken();
        List<String> calls = List.copyOf(called);
        LOG.info(
                "{} kills, {} crossings, {} subscriptions: {} deliveries wanted over each of e-mail and webhook; mail:"
                        + " {} delivered, {} of them twice; webhook: {} delivered, {} of them twice",
                KILLS,
                CROSSINGS,
                REPS,
                expected,
                new HashSet<>(mails).size(),
                mails.size() - new HashSet<>(mails).size(),
                new HashSet<>(calls).size(),
                calls.size() - new HashSet<>(calls).size());
        assertThat(raised).doesNotHaveDuplicates().hasSize(CROSSINGS);
        assertThat(requests).doesNotHaveDuplicates().hasSize(2 * expected);
        assertThat(new HashSet<>(mails)).as("no mail is missing").hasSize(expected);
        assertThat(new HashSet<>(calls)).as("no call is missing").hasSize(expected);
        // a mail server that goes down keeps what it took without saying so
        assertThat(mails.size() - expected).as("mails sent twice").isBetween(0, (KILLS + downs) * IN_FLIGHT);
        assertThat(calls.size() - expected).as("calls made twice").isBetween(0, KILLS * IN_FLIGHT);
        assertThat(repeatedMost(mails)).isLessThanOrEqualTo(KILLS + downs + 1);
    }

    private static long repeatedMost(List<String> sent) {
        return sent.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private void cross(int from, int to) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int number = from; number < to; number++) {
            var crossing = Crossings.at(
                    Crossings.reached("campaign-" + number % 8, "t-" + number, region(number), 1), Instant.now());
            sent.add(producer.send(Topics.THRESHOLD_EVENTS.record(crossing, Instant.now())));
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    /** Each rep looks after one region, has an address for mail and one to call, and wants everything at once. */
    private SubscriptionSet subscription(int rep) {
        String handle = "%022d".formatted(rep);
        Instant since = Instant.now().minusSeconds(60);
        String address = "rep-" + rep + "@example.org";
        String url = "http://localhost:" + hook.getAddress().getPort() + "/rep-" + rep;
        String webhook = "{\"url\":\"" + url + "\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}";
        SubscriptionSet first = Subscriber.first(handle, Patch.of(Set.of(region(rep))), "", since);
        return Subscriber.with(
                first,
                new Interest(List.of(), true, List.of(), List.of(), List.of(), List.of()),
                new Timing(null, null, null),
                new Contact(key.seal(handle, address), key.mark(address), since, null),
                new Contact(key.seal(handle, webhook), key.mark(url), since, null),
                since);
    }

    private static String region(int number) {
        return "region-" + number % REGIONS;
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(tokens.arguments()));
        settings.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        settings.add("--server.port=" + port);
        settings.add("--management.server.port=0");
        settings.add("--pledge-tracker.master-key=" + MASTER_KEY);
        settings.add("--pledge-tracker.demo=true");
        settings.add("--spring.mail.host=127.0.0.1");
        settings.add("--spring.mail.port=" + mail.port());
        settings.add("--pledge-tracker.retries=" + "1s,".repeat(200) + "1s");
        return settings;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        switch (Topics.DELIVERIES.read(record.value())) {
            case DeliveryEvent event -> {
                standings.put(event.key(), event);
                if (event instanceof DeliveryRequested) {
                    requests.add(event.key());
                }
            }
            case AlertRaised alert -> raised.add(alert.key());
            default -> throw new IllegalStateException("nobody acknowledges here");
        }
    }
}
