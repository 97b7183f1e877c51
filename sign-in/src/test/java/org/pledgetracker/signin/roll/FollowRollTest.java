package org.pledgetracker.signin.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.OperatorCommand;
import org.pledgetracker.signin.OperatorCommands;
import org.pledgetracker.webkit.CannotStart;

class FollowRollTest {

    private static final String COLUMNS = "member_id,name,email,gmc_number,roles,region,employment_type,regions\n";
    private static final String ADA = "m-1,Ada,ada@example.org,1234567,gp,wales,partner,\n";
    private static final String BEN = "m-2,Ben,ben@example.org,7654321,gp,london,locum,\n";
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Object> events = new ArrayList<>();
    private Path given;
    private CurrentRoll current;
    private FollowRoll follow;

    @BeforeEach
    void start() throws Exception {
        given = folder.resolve("given.csv");
        Files.writeString(given, COLUMNS + ADA + BEN);
        restart(NOW);
    }

    @AfterEach
    void letOthersLog() {
        // The commands are silent, and leave that to whatever runs next in this JVM
        System.clearProperty("CONSOLE_LOG_THRESHOLD");
    }

    @Test
    void theRollIsKeptForItsOwnerAlone() throws Exception {
        assertThat(current.byEmail("ada@example.org")).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("member-roll.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aChangedFileIsTakenOverWithoutARestart() throws Exception {
        Files.writeString(given, COLUMNS + ADA);
        follow.look();
        assertThat(current.byEmail("ben@example.org").orElseThrow().roles()).containsExactly("leaver");
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        RollChange.class,
                        change -> assertThat(change.left()).containsExactly(RollMember.subjectOf("m-2")));
    }

    @Test
    void aFaultyFileNeverReplacesTheLastGoodRoll() throws Exception {
        Files.writeString(given, COLUMNS + "m-1,Ada,nobody,1,gp,,,\n");
        follow.look();
        assertThat(current.byEmail("ben@example.org").orElseThrow().roles()).containsExactly("gp");
        restart(NOW);
        assertThat(current.byEmail("ben@example.org").orElseThrow().roles()).containsExactly("gp");
    }

    @Test
    void anImportStandsWhateverTheFileOfTheSettingsSaysUntilThatChanges() throws Exception {
        assertThat(importRoll(COLUMNS + ADA)).isEqualTo(OperatorCommand.ALL_WELL);
        follow.look();
        restart(NOW);
        assertThat(current.roll().size()).isEqualTo(1);
        Files.writeString(given, COLUMNS + ADA + BEN + "m-3,Cal,cal@example.org,,gp,wales,,\n");
        follow.look();
        assertThat(current.roll().size()).isEqualTo(3);
    }

    @Test
    void aDryRunPrintsCountsAloneAndChangesNothing() throws Exception {
        int code = importRoll(
                COLUMNS + "m-1,Ada,ada@example.org,1234567,gp,wales,salaried,\nm-4,Dee,dee@example.org,,gp,,,\n",
                "--dry-run");
        assertThat(code).isEqualTo(OperatorCommand.ALL_WELL);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Members: 2, join: 1, leave: 1, change: 1", "A dry run")
                .doesNotContain("Ada", "example.org");
        follow.look();
        assertThat(current.roll().size()).isEqualTo(2);
    }

    @Test
    void aFaultyImportPrintsEveryFaultByItsLineAndChangesNothing() throws Exception {
        assertThat(importRoll(COLUMNS + "m-1,Ada,nobody,1,gp,,,\n" + BEN)).isEqualTo(OperatorCommand.NOT_ALL_WELL);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("line 2: has no valid email\n", "line 2: gmc_number is not 7 digits\n", "Faults: 2")
                .doesNotContain("Ada", "nobody");
        follow.look();
        assertThat(current.roll().size()).isEqualTo(2);
    }

    @Test
    void aLeaverIsKnownAfterARestartAndNoLongerAfterThirtyDays() throws Exception {
        Files.writeString(given, COLUMNS + ADA);
        follow.look();
        restart(NOW.plus(Duration.ofDays(29)));
        assertThat(current.byEmail("BEN@example.org").orElseThrow().roles()).containsExactly("leaver");
        assertThat(current.bySubject(RollMember.subjectOf("m-2"))).isPresent();
        restart(NOW.plus(Duration.ofDays(30)));
        assertThat(current.byEmail("ben@example.org")).isEmpty();
        assertThat(current.bySubject(RollMember.subjectOf("m-2"))).isEmpty();
        assertThat(new Leavers(data()).due(NOW.plus(Duration.ofDays(30)))).hasSize(1);
    }

    @Test
    void whoeverIsNoLongerAGpKeepsTheirOtherRolesAndMayErase() throws Exception {
        Files.writeString(given, COLUMNS + ADA + "m-2,Ben,ben@example.org,7654321,rep,,,wales\n");
        follow.look();
        assertThat(current.bySubject(RollMember.subjectOf("m-2")).orElseThrow().roles())
                .containsExactly("rep", "leaver");
    }

    @Test
    void withoutAnyRollThereIsNoStart() {
        CurrentRoll none = new CurrentRoll(Roll.EMPTY, new Leavers(folder.resolve("empty")), Clock.systemUTC());
        FollowRoll nothing = new FollowRoll(
                new RollFolder(folder.resolve("empty"), null),
                none,
                new Leavers(folder.resolve("empty")),
                events::add,
                Clock.systemUTC());
        assertThatThrownBy(nothing::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("pledge-tracker.roll is not set");
    }

    private void restart(Instant at) throws Exception {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        RollFolder rolls = new RollFolder(data(), given);
        Leavers leavers = new Leavers(data());
        current = new CurrentRoll(rolls.last().orElse(Roll.EMPTY), leavers, clock);
        follow = new FollowRoll(rolls, current, leavers, events::add, clock);
        follow.start();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private int importRoll(String text, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("import.csv"), text);
        List<String> arguments = new ArrayList<>(List.of("import-roll", file.toString()));
        arguments.addAll(List.of(more));
        arguments.add("--pledge-tracker.data=" + data());
        arguments.add("--pledge-tracker.roll=" + given);
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new OperatorCommands(out, out).run(arguments.toArray(String[]::new));
    }
}
