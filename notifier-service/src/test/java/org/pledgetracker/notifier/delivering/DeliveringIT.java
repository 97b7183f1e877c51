package org.pledgetracker.notifier.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.inbox.RunningNotifier;
import org.pledgetracker.webkit.FreePort;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.tracing.TraceReceiver;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveringIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final RealBroker broker = RealBroker.get();
    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "c-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final ServerSetup smtp = new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final Hook hook = new Hook();
    private final Map<String, String> log = new ConcurrentHashMap<>();
    private final GreenMail mail = new GreenMail(smtp);
    private final TraceReceiver collector = TraceReceiver.start();
    private RunningNotifier notifier;

    DeliveringIT() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS));
        }
        mail.start();
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
        mail.stop();
        hook.close();
        collector.close();
    }

    @Test
    void anAlertReachesTheMailOfWhoAskedForItOnceWithAllThatAMailProgramNeeds() throws Exception {
        subscribe(tokens.rep("mailed"), "{\"email\":\"mailed@example.org\"}");
        cross("told", "mailed");
        cross("told", "mailed");
        cross("not-told", "elsewhere");
        cross("told-after", "mailed");
        awaitMail("mailed@example.org", 2);

        MimeMessage message = mails("mailed@example.org").getFirst();
        String body = GreenMailUtil.getWholeMessage(message);
        assertThat(message.getSubject()).isEqualTo("Reached: Ten or more: told, work-to-rule");
        assertThat(body)
                .contains("multipart/alternative", "text/plain", "text/html")
                .contains("Not a ballot, not a call to act")
                .doesNotContain("required");
        assertThat(message.getMessageID()).matches("<[A-Za-z0-9_-]{22}@localhost>");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("List-Unsubscribe", null)).matches("<http://localhost:8082/unsubscribe/.+>");
        assertThat(kafka("subscriptions")).contains("subscription.set.v1").doesNotContain("mailed@example.org");
        assertThat(kafka("deliveries")).contains("delivery.delivered.v1").doesNotContain("mailed@example.org");
    }

    @Test
    void theLinkInAMailStopsThemWithoutSigningInAndOpeningItDoesNot() throws Exception {
        String rep = tokens.rep("leaving");
        subscribe(rep, "{\"email\":\"leaving@example.org\"}");
        cross("before", "leaving");
        awaitMail("leaving@example.org", 1);
        String link = mails("leaving@example.org").getFirst().getHeader("List-Unsubscribe", null);
        String path = URI.create(link.substring(1, link.length() - 1)).getPath();

        assertThat(open(HttpRequest.newBuilder(notifier.uri(path))).body()).contains("Stop these mails?");
        assertThat(mine(rep)).contains("leaving@example.org");
        HttpResponse<String> posted = open(HttpRequest.newBuilder(notifier.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(mine(rep)).doesNotContain("leaving@example.org");
        assertThat(open(HttpRequest.newBuilder(notifier.uri("/unsubscribe/made-up")))
                        .statusCode())
                .isEqualTo(404);

        subscribe(tokens.rep("leaving", "and-more"), "{\"email\":\"control@example.org\"}");
        cross("after", "leaving");
        awaitMail("control@example.org", 1);
        assertThat(mails("leaving@example.org")).hasSize(1);
    }

    @Test
    void aWebhookIsCalledWithASignatureThatItsReceiverVerifiesAlsoWhileSecretsChange() throws Exception {
        String rep = tokens.rep("hooked");
        String secret = secret(subscribe(rep, "{\"webhook\":\"" + hook.url("/hooked") + "\"}"));
        cross("called", "hooked");
        await().atMost(PATIENCE).until(() -> hook.calls("/hooked").size() == 1);
        Hook.Call call = hook.calls("/hooked").getFirst();
        assertThatCode(() -> new Webhook(secret).verify(call.body(), lowerCase(call.headers())))
                .doesNotThrowAnyException();
        assertThat(mine(rep)).doesNotContain("whsec_");

        String rotated = secret(
                notifier.post("/api/my-subscriptions/webhook-secret", rep).body());
        cross("called-again", "hooked");
        await().atMost(PATIENCE).until(() -> hook.calls("/hooked").size() == 2);
        Hook.Call second = hook.calls("/hooked").getLast();
        assertThat(rotated).isNotEqualTo(secret);
        for (String known : List.of(secret, rotated)) {
            assertThatCode(() -> new Webhook(known).verify(second.body(), lowerCase(second.headers())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aWebhookThatAnswers410IsNotCalledAnyMoreAndARedirectIsAFailure() throws Exception {
        String rep = tokens.rep("gone");
        try (Hook other = new Hook()) {
            other.answer(302);
            subscribe(rep, "{\"webhook\":\"" + other.url("/gone") + "\"}");
            cross("redirected", "gone");
            await().atMost(PATIENCE).until(() -> other.calls("/gone").size() >= 2);
            assertThat(other.calls("/elsewhere")).isEmpty();
            assertThat(other.calls("/gone"))
                    .extracting(Hook.Call::id)
                    .containsOnly(other.calls().getFirst().id());

            other.answer(410);
            await().atMost(PATIENCE).until(() -> mine(rep).contains("it answered 410"));
            int calls = other.calls("/gone").size();
            subscribe(tokens.rep("gone", "and-more"), "{\"webhook\":\"" + hook.url("/control") + "\"}");
            cross("after-gone", "gone");
            await().atMost(PATIENCE).until(() -> hook.calls("/control").size() == 1);
            assertThat(other.calls("/gone")).hasSize(calls);
        }
    }

    @Test
    void whatWasGivenUpIsSaidInTheInboxAndCanBeSentAgain() throws Exception {
        String rep = tokens.rep("again");
        try (Hook other = new Hook()) {
            other.answer(410);
            String wish = "{\"webhook\":\"" + other.url("/again") + "\"}";
            subscribe(rep, wish);
            cross("given-up", "again");
            await().atMost(PATIENCE)
                    .until(() -> notifier.get("/", rep).body().contains("It could not be sent to your webhook"));
            await().atMost(PATIENCE).until(() -> mine(rep).contains("it answered 410"));
            String page = notifier.get("/deliveries?state=abandoned&channel=webhook", rep)
                    .body();
            assertThat(page).contains("Ten or more: given-up", "it answered 410");
            assertThat(notifier.get("/deliveries?channel=email", rep).body()).doesNotContain("given-up");
            assertThat(notifier.get("/deliveries", tokens.organiser()).body()).contains("given-up");
            String key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");

            other.answer(204);
            subscribe(rep, wish);
            assertThat(again(key, tokens.rep("stranger")).statusCode()).isEqualTo(404);
            assertThat(again(key, rep).statusCode()).isEqualTo(302);
            await().atMost(PATIENCE).until(() -> other.calls("/again").size() == 2);
            await().atMost(PATIENCE)
                    .until(() -> notifier.get("/deliveries?state=delivered", rep)
                            .body()
                            .contains("given-up"));
            assertThat(notifier.get("/", rep).body()).doesNotContain("It could not be sent");
        }
    }

    @Test
    void aRepChoosesOnAPageAndNothingIsTakenThatWouldSilenceThem() throws Exception {
        String rep = tokens.rep("choosing");
        assertThat(notifier.get("/subscription", rep).body()).contains("Send alerts to", "What you are told");

        HttpResponse<String> faulty = form("/subscription", rep, "national=true&email=nobody&employmentTypes=partner");
        assertThat(faulty.body()).contains("Not saved yet", "This is not an e-mail address", "value=\"nobody\"");
        assertThat(form("/subscription", rep, "national=true").body()).contains("Tick at least one");

        HttpResponse<String> saved = form(
                "/subscription",
                rep,
                "national=true&email=choosing%40example.org&employmentTypes=partner&employmentTypes=locum&when=daily"
                        + "&dailyAt=18%3A00&quietFrom=22%3A00&quietTo=07%3A00");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(mine(rep))
                .contains("choosing@example.org", "[\"partner\",\"locum\"]", "18:00:00", "22:00:00", "07:00:00");
    }

    @Test
    void aWebhookOfTheOrganisationIsCalledForEveryRegionUntilItIsRemoved() throws Exception {
        String organiser = tokens.organiser();
        String url = URLEncoder.encode(hook.url("/organisation"), StandardCharsets.UTF_8);
        assertThat(form("/organisation/webhooks", organiser, "name=&webhook=nonsense")
                        .body())
                .contains("Not added yet", "Name it", "Give a whole https address", "value=\"nonsense\"");
        assertThat(form("/organisation/webhooks", organiser, "name=" + "n".repeat(81) + "&webhook=" + url)
                        .statusCode())
                .isEqualTo(422);
        assertThat(form("/organisation/webhooks", organiser, "name=Chat+room&webhook=" + url)
                        .statusCode())
                .isEqualTo(302);

        cross("org-here", "org-here");
        cross("org-there", "org-there");
        await().atMost(PATIENCE).until(() -> hook.calls("/organisation").size() >= 2);
        assertThat(hook.calls("/organisation"))
                .extracting(Hook.Call::body)
                .anySatisfy(body -> assertThat(body).contains("org-here"))
                .anySatisfy(body -> assertThat(body).contains("org-there"));

        String page = notifier.get("/organisation/webhooks", organiser).body();
        assertThat(page).contains("Chat room", hook.url("/organisation")).doesNotContain("whsec_");
        assertThat(kafka("subscriptions")).contains("Chat room").doesNotContain(hook.url("/organisation"));
        await().atMost(PATIENCE)
                .until(() -> notifier.get("/deliveries?channel=webhook&state=delivered", organiser)
                        .body()
                        .contains("Chat room"));
        assertThat(notifier.get("/deliveries", tokens.rep("org-here")).body())
                .as("nobody's own deliveries")
                .doesNotContain("org-here");

        String id = page.replaceAll("(?s).*/organisation/webhooks/([A-Za-z0-9_-]{22})/removal.*", "$1");
        assertThat(form("/organisation/webhooks/" + id + "/secret", organiser, "")
                        .statusCode())
                .isEqualTo(302);
        cross("org-renewed", "org-here");
        await().atMost(PATIENCE).until(() -> !signatures("org-renewed").isEmpty());
        assertThat(signatures("org-renewed").getFirst().split(" "))
                .as("both secrets sign")
                .hasSize(2);

        restart();
        assertThat(form("/organisation/webhooks/" + id + "/removal", organiser, "")
                        .statusCode())
                .isEqualTo(302);
        assertThat(notifier.get("/organisation/webhooks", organiser).body()).doesNotContain("Chat room");
        int calls = hook.calls("/organisation").size();
        subscribe(tokens.rep("org-here"), "{\"webhook\":\"" + hook.url("/after-removal") + "\"}");
        cross("org-after", "org-here");
        await().atMost(PATIENCE).until(() -> hook.calls("/after-removal").size() == 1);
        assertThat(hook.calls("/organisation")).hasSize(calls);
    }

    @Test
    void aRepsWebhookIsNoneOfTheOrganisations() throws Exception {
        String organiser = tokens.organiser();
        String rep = tokens.rep("own-webhook");
        subscribe(rep, "{\"webhook\":\"" + hook.url("/own-webhook") + "\"}");
        String handle = new RepHandle(RunningNotifier.MASTER_KEY).of(tokens.issuer(), "rep-own-webhook");
        assertThat(kafka("subscriptions")).contains(handle);

        assertThat(notifier.get("/organisation/webhooks", organiser).body()).doesNotContain("/own-webhook");
        for (String change : List.of("secret", "removal")) {
            assertThat(form("/organisation/webhooks/" + handle + "/" + change, organiser, "")
                            .statusCode())
                    .as(change)
                    .isEqualTo(404);
        }
        assertThat(mine(rep)).contains("/own-webhook");
    }

    private List<String> signatures(String threshold) {
        return hook.calls("/organisation").stream()
                .filter(call -> call.body().contains(threshold))
                .flatMap(call -> call.headers().getOrDefault("Webhook-signature", List.of()).stream())
                .toList();
    }

    private HttpResponse<String> again(String key, String token) throws IOException, InterruptedException {
        return form("/deliveries/again", token, "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> form(String path, String token, String body) throws IOException, InterruptedException {
        return open(notifier.request(path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aMailServerThatIsDownDelaysNoWebhookAndLosesNoMail() throws Exception {
        subscribe(
                tokens.rep("patient"),
                "{\"email\":\"patient@example.org\",\"webhook\":\"" + hook.url("/patient") + "\"}");
        mail.stop();
        cross("while-down", "patient");
        await().atMost(PATIENCE).until(() -> hook.calls("/patient").size() == 1);
        await().atMost(PATIENCE).until(() -> kafka("deliveries").contains("the mail server could not be reached"));
        restart();
        mail.start();

        awaitMail("patient@example.org", 1);
        cross("after-down", "patient");
        awaitMail("patient@example.org", 2);
        assertThat(hook.calls("/patient")).hasSize(2);
    }

    @Test
    void everyAttemptIsTracedWithItsCrossingAndSaysNeitherWhatNorWhom() throws Exception {
        subscribe(tokens.rep("traced"), "{\"webhook\":\"" + hook.url("/traced") + "\"}");
        hook.answer(500);
        String trace = CrossingId.of(campaign, "traced", 1).trace();
        cross("traced", "traced");
        await().atMost(PATIENCE).until(() -> !attempts(trace, "failed").isEmpty());
        hook.answer(204);
        await().atMost(PATIENCE).until(() -> !attempts(trace, "delivered").isEmpty());
        assertThat(notifier.get("/feeds/a-secret-token", "").statusCode()).isEqualTo(404);
        await().atMost(PATIENCE)
                .until(() ->
                        collector.spans().stream().anyMatch(span -> span.name().equals("GET /feeds/{token}")));

        assertThat(attempts(trace, "failed").getFirst())
                .isEqualTo(Map.of("channel", "webhook", "attempt", "1", "outcome", "failed"));
        assertThat(attempts(trace, "delivered")).hasSize(1);
        assertThat(new String(collector.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(campaign, "/traced", "a-secret-token", "example.org");
    }

    private List<Map<String, String>> attempts(String trace, String outcome) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(trace) && span.name().equals("delivery attempted"))
                .map(TraceReceiver.Received::attributes)
                .filter(said -> outcome.equals(said.get("outcome")))
                .toList();
    }

    @Test
    void nothingOldIsSentToNewSubscribersNorAfterARestart() throws Exception {
        String early = tokens.rep("history");
        subscribe(early, "{\"email\":\"early@example.org\"}");
        cross("old", "history");
        awaitMail("early@example.org", 1);

        subscribe(tokens.rep("history", "late"), "{\"email\":\"late@example.org\"}");
        cross("old", "history");
        restart();
        cross("new", "history");
        awaitMail("early@example.org", 2);
        awaitMail("late@example.org", 1);

        assertThat(mails("late@example.org").getFirst().getSubject()).contains("new");
        assertThat(mails("early@example.org")).hasSize(2);
    }

    @Test
    void whatCannotBeSubscribedToIsRefusedWithEveryFault() throws Exception {
        String rep = tokens.rep("faulty");
        HttpResponse<String> answer = notifier.put(
                "/api/my-subscriptions",
                rep,
                "{\"email\":\"nobody\",\"webhook\":\"http://user@localhost/\",\"quietFrom\":\"22:00\","
                        + "\"campaigns\":[\"Not An Id\"]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"email\"", "\"webhook\"", "\"quietTo\"", "\"campaigns\"");
        assertThat(notifier.get("/api/my-subscriptions", tokens.gp("g", "london", "partner"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(notifier.get("/api/my-subscriptions", "no token").statusCode())
                .isEqualTo(401);
    }

    private RunningNotifier start() {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtp.getPort(),
                "--pledge-tracker.demo=true",
                "--pledge-tracker.retries=200ms,500ms,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s"));
        collector.settings().forEach(setting -> settings.add("--" + setting));
        return RunningNotifier.start(broker.bootstrapServers(), tokens, settings.toArray(String[]::new));
    }

    private void restart() {
        notifier.close();
        notifier = start();
        becomesReady();
    }

    private String subscribe(String token, String wish) throws IOException, InterruptedException {
        HttpResponse<String> answer = notifier.put("/api/my-subscriptions", token, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String mine(String token) throws IOException, InterruptedException {
        return notifier.get("/api/my-subscriptions", token).body();
    }

    private static String secret(String body) {
        return JSON.readTree(body).path("webhookSecret").asString();
    }

    private void cross(String threshold, String region) throws Exception {
        ThresholdReached like = reached(campaign, threshold, region, 1);
        producer.send(Topics.THRESHOLD_EVENTS.record(Crossings.at(like, Instant.now()), Instant.now()))
                .get(10, TimeUnit.SECONDS);
    }

    private List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return address.equals(message.getAllRecipients()[0].toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitMail(String address, int count) {
        await().atMost(PATIENCE).until(() -> mails(address).size() >= count);
    }

    /** All that stands in a topic, as text. */
    private String kafka(String topic) throws InterruptedException {
        try (TopicFollower follower = new TopicFollower(
                "all-of-" + topic,
                broker.clientSettings(),
                List.of(Topics.ALL.stream()
                        .filter(known -> known.name().equals(topic))
                        .findFirst()
                        .orElseThrow()),
                record -> log.put(
                        topic + record.partition() + "-" + record.offset(),
                        record.value() == null ? "erased" : new String(record.value(), StandardCharsets.UTF_8)))) {
            follower.start();
            assertThat(follower.awaitCaughtUp(PATIENCE)).isTrue();
        }
        return String.join("\n", log.values());
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new ConcurrentHashMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return lower;
    }

    private static HttpResponse<String> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return RunningNotifier.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
