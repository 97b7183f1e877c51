package org.pledgetracker.pledge.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.DeadLetter.Place;
import org.pledgetracker.pledge.deadletter.Verdict.MaySendBack;
import org.pledgetracker.pledge.deadletter.Verdict.Refused;

class RepairTest {

    private static final Instant HOUR = Instant.parse("2026-11-02T09:00:00Z");
    private static final String PLEDGER = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String SOMEBODY_ELSE = "AAAAAAAAAAAAAAAAAAAAAQ";
    private static final Place PLACE = new Place(3, 17);
    private static final Standing UNTOUCHED = new Standing(100, false);

    @Test
    void aRepairedCardMayBeSentBackWhileNothingElseWasSaidSince() {
        PledgesDeclared card = card(PLEDGER, HOUR);

        assertThat(repair(card).decide(letter("c/" + PLEDGER), UNTOUCHED)).isEqualTo(new MaySendBack(card));
    }

    @Test
    void notOverANewerCard() {
        assertThat(decide(card(PLEDGER, HOUR), new Standing(101, false)))
                .isEqualTo(new Refused("there is a newer card"));
    }

    @Test
    void notAfterAnErasure() {
        assertThat(decide(card(PLEDGER, HOUR), new Standing(101, true)))
                .isEqualTo(new Refused("the card was erased since"));
    }

    @Test
    void notWhenTheLogHasForgottenTheKeyForThenItWasErased() {
        assertThat(why(decide(card(PLEDGER, HOUR), null))).startsWith("the record is gone from the log");
        assertThat(why(decide(card(PLEDGER, HOUR), new Standing(99, false))))
                .startsWith("the record is gone from the log");
    }

    @Test
    void notWithoutADeadLetter() {
        assertThat(why(repair(card(PLEDGER, HOUR)).decide(null, UNTOUCHED))).startsWith("no dead letter lies there");
    }

    @Test
    void notTheCardOfSomebodyElse() {
        assertThat(why(decide(card(SOMEBODY_ELSE, HOUR), UNTOUCHED)))
                .startsWith("the value is the card of somebody else");
    }

    @Test
    void notWhatCannotBeReadStill() {
        assertThat(why(decide("{\"type\":\"pledges.declared.v1\"}", UNTOUCHED))).startsWith("the value is not a card");
        assertThat(why(decide("{\"type\":\"pledges.declared.v2\"}", UNTOUCHED))).startsWith("the value is not a card");
    }

    @Test
    void notWithATimeThatTellsMoreThanTheHour() {
        assertThat(why(decide(card(PLEDGER, HOUR.plusSeconds(1)), UNTOUCHED))).contains("cut to the hour");
    }

    @Test
    void notUnderAKeyThatNoGpCouldEverErase() {
        PledgesDeclared card = card("gp", HOUR);

        assertThat(why(repair(card).decide(letter("c/gp"), UNTOUCHED))).contains("never under the key of a card");
        assertThat(why(repair(card).decide(letter(null), UNTOUCHED))).contains("never under the key of a card");
    }

    private static Verdict decide(PledgesDeclared card, @Nullable Standing standing) {
        return repair(card).decide(letter("c/" + PLEDGER), standing);
    }

    private static Verdict decide(String value, Standing standing) {
        return new Repair(PLACE, value).decide(letter("c/" + PLEDGER), standing);
    }

    private static Repair repair(PledgesDeclared card) {
        return new Repair(PLACE, new String(Topics.PLEDGES.record(card, HOUR).value(), UTF_8));
    }

    private static String why(Verdict verdict) {
        return verdict instanceof Refused(String why) ? why : "not refused";
    }

    private static DeadLetter letter(@Nullable String key) {
        return new DeadLetter(PLACE, key, "unreadable", "pledges", 100, HOUR, "{}");
    }

    private static PledgesDeclared card(String pledger, Instant at) {
        return new PledgesDeclared(
                "c",
                pledger,
                "london",
                EmploymentType.PARTNER,
                List.of(Pledge.firm("close-day")),
                new Consent("a", HOUR),
                at);
    }
}
