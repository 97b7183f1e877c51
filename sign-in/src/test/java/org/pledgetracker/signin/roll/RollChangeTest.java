package org.pledgetracker.signin.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    @Test
    void whoJoinsLeavesAndChangesIsTold() {
        RollChange change = RollChange.between(
                roll(gp("ada", "wales"), gp("ben", "wales"), gp("cal", "london")),
                roll(gp("ada", "wales"), gp("cal", "wales"), gp("dee", "wales")));
        assertThat(change.joined()).containsExactly("dee");
        assertThat(change.left()).containsExactly("ben");
        assertThat(change.changed()).containsExactly("cal");
    }

    @Test
    void anotherAddressIsAChange() {
        RollMember ada = gp("ada", "wales");
        RollChange change =
                RollChange.between(new Roll(Map.of("old@example.org", ada)), new Roll(Map.of("new@example.org", ada)));
        assertThat(change.changed()).containsExactly("ada");
        assertThat(change.left()).isEmpty();
    }

    @Test
    void aGpWhoIsNoLongerOnTheRollIsALeaver() {
        assertThat(RollChange.leavers(List.of(), roll(gp("ada", "wales"), rep("eve")), roll(), NOW))
                .containsExactly(new Leaver("ada@example.org", "ada", "wales", "partner", NOW));
    }

    @Test
    void aMemberWhoIsNoLongerAGpIsALeaverToo() {
        assertThat(RollChange.leavers(List.of(), roll(gp("ada", "wales")), roll(rep("ada")), NOW))
                .extracting(Leaver::subject)
                .containsExactly("ada");
    }

    @Test
    void aLeaversTimeRunsFromTheFirstRollWithoutThem() {
        List<Leaver> first = RollChange.leavers(List.of(), roll(gp("ada", "wales")), roll(), NOW);
        assertThat(RollChange.leavers(first, roll(gp("ada", "wales")), roll(), LATER))
                .isEqualTo(first);
        assertThat(RollChange.leavers(first, roll(), roll(), LATER)).isEqualTo(first);
    }

    @Test
    void whoRejoinsIsNoLeaver() {
        List<Leaver> first = RollChange.leavers(List.of(), roll(gp("ada", "wales")), roll(), NOW);
        assertThat(RollChange.leavers(first, roll(), roll(gp("ada", "london")), LATER))
                .isEmpty();
        assertThat(RollChange.leavers(first, roll(), roll(rep("ada")), LATER)).isEqualTo(first);
    }

    @Test
    void aLeaverIsDueAfterThirtyDaysAndMayDoNothingButErase() {
        Leaver leaver = new Leaver("ada@example.org", "ada", "wales", "partner", NOW);
        assertThat(leaver.isDue(NOW.plus(Duration.ofDays(30)).minusMillis(1))).isFalse();
        assertThat(leaver.isDue(NOW.plus(Duration.ofDays(30)))).isTrue();
        assertThat(leaver.member().roles()).containsExactly("leaver");
    }

    private static RollMember gp(String subject, String region) {
        return new RollMember(subject, List.of("gp"), List.of(), region, "partner");
    }

    private static RollMember rep(String subject) {
        return new RollMember(subject, List.of("rep"), List.of("wales"), null, null);
    }

    private static Roll roll(RollMember... members) {
        return new Roll(Stream.of(members)
                .collect(Collectors.toMap(member -> member.subject() + "@example.org", member -> member)));
    }
}
