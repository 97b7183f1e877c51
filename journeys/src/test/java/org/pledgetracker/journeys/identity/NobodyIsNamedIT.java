package org.pledgetracker.journeys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.tracing.TraceReceiver;
import org.pledgetracker.webkit.tracing.TraceReceiver.Received;

/**
 * After a whole journey of GPs, a rep and an operator, all bytes that the three services and the broker wrote are looked
 * through: log files, temporary files, every topic, what is measured, what is traced. Nothing in them tells who a GP is.
 */
class NobodyIsNamedIT {

    private static final Needles PEOPLE = new Needles();
    private static final Needles PLEDGERS = new Needles();
    private static final TraceReceiver COLLECTOR = TraceReceiver.start();
    private static TopicContents topics;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    @BeforeAll
    static void journey() throws Exception {
        List<RollEntry> roll = RollEntry.gps();
        Path kept = Files.createDirectories(folder.resolve("kept-by-people"));
        Path csv = Files.writeString(kept.resolve("roll.csv"), RollEntry.roll(roll));
        try (Mailbox mailbox = new Mailbox()) {
            Deployment system = Deployment.start(folder, csv, mailbox.port(), COLLECTOR);
            try (Journey journey = new Journey(system, mailbox, roll, kept.resolve("sent"))) {
                journey.take();
                Awaitility.await("a delivery")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> COLLECTOR.spans().stream()
                                .anyMatch(span -> span.name().equals("delivery attempted")));
                for (int gp = 0; gp < roll.size(); gp++) {
                    lookFor("GP " + gp, roll.get(gp), journey.gps().get(gp).token());
                    Files.writeString(
                            kept.resolve("subject-" + gp), roll.get(gp).subject());
                }
                journey.sessions().forEach(session -> PEOPLE.add("a session or cookie", session));
            }
            assertThat(system.operate("tally-service", "recount"))
                    .as(() -> log("operator"))
                    .isZero();
            for (String service : Deployment.SERVICES) {
                Measurements.keep(
                        system.managementPort(service),
                        folder.resolve("measured").resolve(service));
            }
            topics = TopicContents.read(system.brokerSettings());
            topics.keep(folder.resolve("topics"));
            mailbox.keep(kept.resolve("mails"));
            system.stop();
            COLLECTOR.keep(folder.resolve("traced"));
        }
        PEOPLE.add("the address that a proxy tells", MemberBrowser.FORWARDED_FOR)
                .add("the browser", MemberBrowser.AGENT);
        if (MemberBrowser.hasAddress()) {
            PEOPLE.add("the browser's address", MemberBrowser.ADDRESS);
        }
        cards().forEach(card -> PLEDGERS.add("a pledger", pledger(card)));
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    private static void lookFor(String who, RollEntry entry, String token) {
        PEOPLE.add("the given name of " + who, entry.givenName())
                .add("the family name of " + who, entry.familyName())
                .add("the e-mail of " + who, entry.email())
                .addNumber("the GMC number of " + who, entry.gmcNumber())
                .add("the member id of " + who, entry.memberId())
                .add("the subject of " + who, entry.subject())
                .add("the access token of " + who, token);
    }

    @Test
    void allThatIsLookedForIsFoundWherePeopleAreKnown() throws IOException {
        assertThat(PEOPLE.findIn(folder.resolve("kept-by-people")).keySet()).containsAll(PEOPLE.all());
    }

    @Test
    void signInSendsMailsToTheAddressesThatAreLookedFor() throws IOException {
        assertThat(PEOPLE.findIn(folder.resolve("kept-by-people").resolve("mails"))
                        .keySet())
                .containsAll(PEOPLE.all().stream()
                        .filter(what -> what.contains("e-mail"))
                        .toList());
    }

    @Test
    void whatTheServicesWriteTellsNobody() throws IOException {
        for (String service : Deployment.SERVICES) {
            assertThat(log(service)).as(service).contains("INFO");
            assertThat(PEOPLE.findIn(folder.resolve(service))).as(service).isEmpty();
        }
        assertThat(PEOPLE.findIn(folder.resolve("operator"))).isEmpty();
    }

    @Test
    void whatTheServicesMeasureTellsNobody() throws IOException {
        for (String service : Deployment.SERVICES) {
            assertThat(folder.resolve("measured").resolve(service)).content().contains("http.server.requests");
        }
        assertThat(PEOPLE.findIn(folder.resolve("measured"))).isEmpty();
    }

    @Test
    void whatIsTracedTellsNobody() throws IOException {
        assertThat(COLLECTOR.spans())
                .extracting(Received::service)
                .contains("sign-in")
                .containsAll(Deployment.SERVICES);
        assertThat(COLLECTOR.paths()).containsExactly("/v1/traces");
        assertThat(PEOPLE.findIn(folder.resolve("traced"))).isEmpty();
    }

    @Test
    void aCrossingIsOneTraceFromItsDecisionToItsDeliveriesAndNoCallIsPartOfIt() {
        List<String> crossings = topics.of(Topics.THRESHOLD_EVENTS.name()).stream()
                .map(record -> Topics.THRESHOLD_EVENTS.read(record.value()).id().trace())
                .toList();
        assertThat(crossings)
                .isNotEmpty()
                .allSatisfy(crossing -> assertThat(steps(crossing))
                        .contains("tally-service: threshold crossed", "notifier-service: alert raised")
                        .isSubsetOf(
                                "tally-service: threshold crossed",
                                "notifier-service: alert raised",
                                "notifier-service: delivery attempted"));
        assertThat(crossings)
                .anySatisfy(crossing -> assertThat(steps(crossing)).contains("notifier-service: delivery attempted"));
    }

    private static List<String> steps(String trace) {
        return COLLECTOR.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .map(span -> span.service() + ": " + span.name())
                .toList();
    }

    @Test
    void noRecordBearsATrace() {
        assertThat(topics.records().values())
                .allSatisfy(records -> assertThat(records)
                        .allSatisfy(record -> assertThat(record.headers())
                                .extracting(Header::key)
                                .doesNotContain("traceparent", "tracestate", "baggage", "b3")));
    }

    @Test
    void whatTheBrokerKeepsTellsNobody() throws IOException {
        assertThat(topics.records().keySet())
                .containsAll(
                        Topics.ALL.stream().<String>map(topic -> topic.name()).toList())
                .contains("__consumer_offsets", "__transaction_state");
        assertThat(topics.of(Topics.DELIVERIES.name())).as("acknowledgements").isNotEmpty();
        assertThat(PEOPLE.findIn(folder.resolve("topics"), folder.resolve("broker")))
                .isEmpty();
    }

    @Test
    void pledgersAreInTheLogOfEventsAlone() throws IOException {
        assertThat(PLEDGERS.findIn(folder.resolve("topics")).keySet()).containsAll(PLEDGERS.all());
        for (String service : Deployment.SERVICES) {
            assertThat(PLEDGERS.findIn(folder.resolve(service))).as(service).isEmpty();
        }
        assertThat(PLEDGERS.findIn(folder.resolve("measured"), folder.resolve("traced"), folder.resolve("operator")))
                .isEmpty();
    }

    @Test
    void timesOfCardsTellTheHourAlone() {
        List<ConsumerRecord<byte[], byte[]>> cards = cards().toList();
        assertThat(cards).hasSizeGreaterThan(RollEntry.gps().size());
        assertThat(cards).allSatisfy(record -> {
            assertThat(isWholeHour(Instant.ofEpochMilli(record.timestamp()))).isTrue();
            if (record.value() != null) {
                PledgesDeclared card = Topics.PLEDGES.read(record.value());
                assertThat(isWholeHour(card.declaredAt())).isTrue();
                assertThat(isWholeHour(card.consent().at())).isTrue();
            }
            assertThat(record.headers()).allSatisfy(header -> {
                if (header.key().equals("ce_time")) {
                    assertThat(isWholeHour(Instant.parse(text(header.value())))).isTrue();
                }
            });
        });
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> cards() {
        return topics.of(Topics.PLEDGES.name()).stream()
                .filter(record -> !text(record.key()).equals(Topics.MARKER_KEY));
    }

    private static String pledger(ConsumerRecord<byte[], byte[]> card) {
        String key = text(card.key());
        return key.substring(key.indexOf('/') + 1);
    }

    private static boolean isWholeHour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).equals(time);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String log(String part) {
        try {
            return Files.readString(folder.resolve(part).resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
