package org.pledgetracker.pledge.retention.operating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasuresCommandIT {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-02T11:00:00Z");

    private final RealBroker broker = RealBroker.get();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    private final String campaign = "erasures-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @BeforeAll
    void provision() throws Exception {
        try (Admin admin = Admin.create(broker.clientSettings())) {
            new TopicProvisioning(1, true).provision(admin, List.of(Topics.PLEDGES));
        }
    }

    @AfterAll
    void close() {
        producer.close();
    }

    @Test
    void theListHasEveryCardThatIsErasedAndNoneThatWasDeclaredAgain() throws Exception {
        declare("listed", NINE);
        erase("listed", TEN);
        declare("came-back", NINE);
        erase("came-back", TEN);
        declare("came-back", ELEVEN);
        write(Topics.PLEDGES.tombstone(Topics.MARKER_KEY, NINE));

        Outcome list = run("erasures", "list");

        assertThat(list.code()).isEqualTo(ErasuresCommand.ALL_WELL);
        assertThat(list.said())
                .contains(line("listed", TEN))
                .noneMatch(line -> line.contains(key("came-back")) || line.contains(Topics.MARKER_KEY));
    }

    @Test
    void whatABackupBroughtBackIsErasedAgainAndWhatWasDeclaredLaterStays() throws Exception {
        declare("restored", NINE);
        declare("of-that-hour", TEN);
        declare("declared-later", ELEVEN);

        Outcome first = apply(
                line("restored", TEN),
                "",
                line("of-that-hour", TEN),
                line("declared-later", TEN),
                line("never-there", TEN));

        assertThat(first.said()).containsExactly("Erased again: 2, nothing to erase: 2");
        assertThat(first.code()).isEqualTo(ErasuresCommand.ALL_WELL);
        List<String> erased = run("erasures", "list").said();
        assertThat(erased)
                .contains(line("restored", TEN), line("of-that-hour", TEN))
                .noneMatch(line -> line.contains(key("declared-later")) || line.contains(key("never-there")));

        assertThat(apply(line("restored", TEN)).said()).containsExactly("Erased again: 0, nothing to erase: 1");
    }

    @Test
    void aListWithALineThatIsNoErasureIsNotAppliedAtAll() throws Exception {
        declare("stays", NINE);
        for (String fault : List.of(
                "{\"key\":\"" + key("x") + "\"",
                "{\"key\":\"~marker\",\"at\":\"" + TEN + "\"}",
                "{\"key\":\"" + key("x") + "\",\"at\":\"at ten\"}",
                line("x", TEN.plusSeconds(1)),
                line("x/more", TEN),
                line("", TEN),
                new Erasure("/x", TEN).line())) {
            Outcome outcome = apply(line("stays", TEN), fault);
            assertThat(outcome.code()).isEqualTo(ErasuresCommand.NOT_READABLE);
            assertThat(outcome.said()).containsExactly("Line 2 is not an erasure: nothing was applied.");
        }
        assertThat(run("erasures", "list").said()).noneMatch(line -> line.contains(key("stays")));
    }

    @Test
    void aListIsTakenFromTheStandardInputToo() throws Exception {
        declare("piped", NINE);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(line("piped", TEN).getBytes(UTF_8)));
        try {
            assertThat(run("erasures", "apply", "-").said()).containsExactly("Erased again: 1, nothing to erase: 0");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNothingIsDone() {
        Outcome outcome = run("erasures", "apply", folder.resolve("none").toString());

        assertThat(outcome.code()).isEqualTo(ErasuresCommand.NOT_DONE);
        assertThat(outcome.said()).singleElement().asString().startsWith("The file cannot be read");
    }

    @Test
    void withoutABrokerItSaysThatNothingIsDone() {
        assertThat(run("erasures", "list", "--spring.kafka.bootstrap-servers=localhost:1")
                        .code())
                .isEqualTo(ErasuresCommand.NOT_DONE);
        for (List<String> unclear :
                List.of(List.of("erasures"), List.of("erasures", "apply"), List.of("erasures", "list", "all"))) {
            Outcome outcome = run(unclear.toArray(String[]::new));
            assertThat(outcome.code()).isEqualTo(ErasuresCommand.NOT_DONE);
            assertThat(outcome.said()).first().asString().startsWith("Usage: ");
        }
    }

    private String key(String pledger) {
        return PledgesDeclared.key(campaign, pledger);
    }

    private String line(String pledger, Instant at) {
        return new Erasure(key(pledger), at).line();
    }

    private void declare(String pledger, Instant at) throws Exception {
        PledgesDeclared card = new PledgesDeclared(
                campaign,
                pledger,
                "london",
                EmploymentType.PARTNER,
                List.of(Pledge.firm("close-day")),
                new Consent("a", at),
                at);
        write(Topics.PLEDGES.record(card, at));
    }

    private void erase(String pledger, Instant at) throws Exception {
        write(Topics.PLEDGES.tombstone(key(pledger), at));
    }

    private void write(ProducerRecord<byte[], byte[]> record) throws Exception {
        producer.send(record).get(20, TimeUnit.SECONDS);
    }

    private Outcome apply(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("erasures.jsonl"), List.of(lines));
        return run("erasures", "apply", file.toString());
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.contains("bootstrap-servers"))) {
            all.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, UTF_8);
        int code = new ErasuresCommand(to, to).run(all.toArray(String[]::new));
        return new Outcome(code, said.toString(UTF_8).lines().toList());
    }

    private record Outcome(int code, List<String> said) {}
}
