package org.pledgetracker.pledge.deadletter.operating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.DeadLetter;
import org.pledgetracker.pledge.deadletter.Repair;
import org.pledgetracker.pledge.pseudonym.Pledger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersCommandIT {

    private static final Instant HOUR = Instant.parse("2026-11-02T09:00:00Z");
    private static final String SECRET = "not a card, but somebody's region";

    private final RealBroker broker = RealBroker.get();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final String campaign = "dead-letters-" + UUID.randomUUID();
    private long lastPledger;

    @TempDir
    Path folder;

    @BeforeAll
    void provision() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.PLEDGES));
            admin.createTopics(List.of(new NewTopic(Topics.PLEDGES_DEAD_LETTERS, Partitions.COUNT, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(TopicExistsException.class);
        }
    }

    @AfterAll
    void close() {
        producer.close();
    }

    @Test
    void theListNamesEachDeadLetterAndShowsValuesOnlyWhenAsked() {
        Letter letter = unreadable(newPledger());

        Outcome list = run("dead-letters", "list");

        assertThat(list.code()).isEqualTo(DeadLettersCommand.SOME_LEFT);
        assertThat(list.said())
                .contains(
                        "{\"partition\":%d,\"offset\":%d,\"key\":\"%s\",\"reason\":\"not a card\",\"at\":\"%s\",\"originalOffset\":%d}"
                                .formatted(
                                        letter.at().partition(),
                                        letter.at().offset(),
                                        letter.key(),
                                        HOUR,
                                        letter.original()));
        assertThat(list.said().toString()).doesNotContain(SECRET);
        assertThat(run("dead-letters", "list", "--show-values").said().toString())
                .contains(SECRET);
    }

    @Test
    void aRepairedCardIsSentBackAsItWouldHaveStood() throws Exception {
        String pledger = newPledger();
        Letter letter = unreadable(pledger);

        Outcome outcome = sendBack(line(letter, card(pledger)), "");

        assertThat(outcome.said())
                .containsExactly("line 1 (" + letter.at() + "): sent back", "Sent back: 1, refused: 0");
        assertThat(outcome.code()).isZero();
        ConsumerRecord<byte[], byte[]> last = last(letter.key());
        assertThat(Topics.PLEDGES.read(last.value())).isEqualTo(card(pledger));
        assertThat(last.timestamp()).isEqualTo(HOUR.toEpochMilli());
        assertThat(last.partition()).isEqualTo(Partitions.of(campaign));

        assertThat(sendBack(line(letter, card(pledger))).said().getFirst()).endsWith("refused: there is a newer card");
    }

    @Test
    void whatMayNotBeSentBackIsRefusedLineByLineAndChangesNothing() throws Exception {
        String newer = newPledger();
        Letter overtaken = unreadable(newer);
        write(Topics.PLEDGES.record(card(newer), HOUR));
        String gone = newPledger();
        Letter erased = unreadable(gone);
        write(Topics.PLEDGES.tombstone(erased.key(), HOUR));
        String pledger = newPledger();
        Letter good = unreadable(pledger);
        Letter unknown = new Letter(new DeadLetter.Place(good.at().partition(), 1_000_000), good.key(), 0);
        long before = end();

        Outcome outcome = sendBack(
                line(overtaken, card(newer)),
                line(erased, card(gone)),
                line(good, card(newPledger())),
                "{\"partition\":%d,\"offset\":%d,\"value\":{\"type\":\"pledges.declared.v1\"}}"
                        .formatted(good.at().partition(), good.at().offset()),
                line(unknown, card(pledger)),
                "something else");

        assertThat(outcome.code()).isEqualTo(DeadLettersCommand.SOME_LEFT);
        assertThat(outcome.said().get(0)).endsWith("refused: there is a newer card");
        assertThat(outcome.said().get(1)).endsWith("refused: the card was erased since");
        assertThat(outcome.said().get(2)).contains("refused: the value is the card of somebody else");
        assertThat(outcome.said().get(3)).contains("refused: the value is not a card");
        assertThat(outcome.said().get(4)).contains("refused: no dead letter lies there");
        assertThat(outcome.said().get(5)).startsWith("line 6: refused: it does not read {\"partition\"");
        assertThat(outcome.said().get(6)).isEqualTo("Sent back: 0, refused: 6");
        assertThat(end()).isEqualTo(before);
    }

    @Test
    void whatAGpDoesAtTheSameMomentStands() {
        String pledger = newPledger();
        Letter letter = unreadable(pledger);
        List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        try (SendBack sendBack =
                new SendBack(broker.clientSettings(), DeadLetters.read(broker.clientSettings()), record -> {
                    if (sent.isEmpty()) {
                        write(Topics.PLEDGES.tombstone(letter.key(), HOUR));
                    }
                    sent.add(record);
                    return write(record).offset();
                })) {

            String why = sendBack.send(new Repair(letter.at(), json(card(pledger))));

            assertThat(why).startsWith("the GP changed or erased the card at the same moment");
        }
        assertThat(sent).hasSize(2);
        assertThat(last(letter.key()).value()).isNull();
    }

    @Test
    void withoutABrokerOrAFileItCannotBeDoneAndSaysSo() {
        Outcome noBroker = run("dead-letters", "list", "--spring.kafka.bootstrap-servers=localhost:1");
        Outcome noFile =
                run("dead-letters", "send-back", folder.resolve("absent").toString());
        Outcome noCommand = run("dead-letters", "burn");

        assertThat(List.of(noBroker.code(), noFile.code(), noCommand.code())).containsOnly(DeadLettersCommand.NOT_DONE);
        assertThat(noBroker.said()).singleElement().asString().contains("the broker does not answer");
        assertThat(noFile.said()).singleElement().asString().startsWith("The file cannot be read");
        assertThat(noCommand.said()).first().asString().startsWith("Usage: dead-letters list");
    }

    /** As tally-service does it: the record as it was, with where it stood. */
    private Letter unreadable(String pledger) {
        String key = PledgesDeclared.key(campaign, pledger);
        int partition = Partitions.of(campaign);
        long original = write(record(Topics.PLEDGES.name(), partition, key)).offset();
        ProducerRecord<byte[], byte[]> aside = record(Topics.PLEDGES_DEAD_LETTERS, partition, key);
        aside.headers()
                .add("reason", bytes("not a card"))
                .add("topic", bytes(Topics.PLEDGES.name()))
                .add("partition", bytes(String.valueOf(partition)))
                .add("offset", bytes(String.valueOf(original)));
        RecordMetadata at = write(aside);
        return new Letter(new DeadLetter.Place(at.partition(), at.offset()), key, original);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, String key) {
        return new ProducerRecord<>(topic, partition, HOUR.toEpochMilli(), bytes(key), bytes(SECRET));
    }

    private RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> log() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (LogReader reader = new LogReader(broker.clientSettings(), Topics.PLEDGES.name())) {
            reader.readOn(record -> {
                if (record.partition() == Partitions.of(campaign)) {
                    all.add(record);
                }
            });
        }
        return all;
    }

    private ConsumerRecord<byte[], byte[]> last(String key) {
        return log().stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private long end() {
        return log().stream()
                .filter(record -> new String(record.key(), UTF_8).startsWith(campaign))
                .count();
    }

    private String newPledger() {
        return new Pledger(7, ++lastPledger).name();
    }

    private PledgesDeclared card(String pledger) {
        return new PledgesDeclared(
                campaign,
                pledger,
                "london",
                EmploymentType.PARTNER,
                List.of(Pledge.firm("close-day")),
                new Consent("a", HOUR),
                HOUR);
    }

    private static String line(Letter letter, PledgesDeclared card) {
        return "{\"partition\":%d,\"offset\":%d,\"value\":%s}"
                .formatted(letter.at().partition(), letter.at().offset(), json(card));
    }

    private static String json(PledgesDeclared card) {
        return new String(Topics.PLEDGES.record(card, HOUR).value(), UTF_8);
    }

    private Outcome sendBack(String... lines) throws Exception {
        return run(
                "dead-letters",
                "send-back",
                Files.write(folder.resolve("repaired.jsonl"), List.of(lines)).toString());
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.contains("bootstrap-servers"))) {
            all.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, UTF_8);
        int code = new DeadLettersCommand(to, to).run(all.toArray(String[]::new));
        return new Outcome(code, said.toString(UTF_8).lines().toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private record Letter(DeadLetter.Place at, String key, long original) {}

    private record Outcome(int code, List<String> said) {}
}
