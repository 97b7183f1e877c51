package org.pledgetracker.pledge.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.pledge.deadletter.DeadLetter.Place;
import org.pledgetracker.pledge.deadletter.Verdict.MaySendBack;
import org.pledgetracker.pledge.deadletter.Verdict.Refused;
import org.pledgetracker.pledge.pseudonym.Pledger;

/**
 * A dead letter's card as somebody has repaired it.
 *
 * @param value the whole card, as JSON
 */
public record Repair(Place place, String value) {

    /**
     * Decides whether it may be sent back: only the card that stood there, and only while nothing else was said of it since.
     *
     * @param letter what lies at its place; null if nothing does
     * @param standing the last record under the letter's key in the log; null if there is none
     */
    public Verdict decide(@Nullable DeadLetter letter, @Nullable Standing standing) {
        if (letter == null) {
            return new Refused("no dead letter lies there; they are kept for 14 days");
        }
        String key = letter.key();
        if (key == null || !isKeyOfCard(key) || !letter.topic().equals(Topics.PLEDGES.name())) {
            return new Refused("that dead letter was never under the key of a card");
        }
        String why = whyOvertaken(letter, standing);
        return why == null ? read(key) : new Refused(why);
    }

    private static boolean isKeyOfCard(String key) {
        int slash = key.indexOf('/');
        return slash > 0 && Pledger.named(key.substring(slash + 1)).isPresent();
    }

    private static @Nullable String whyOvertaken(DeadLetter letter, @Nullable Standing standing) {
        if (standing == null || standing.offset() < letter.originalOffset()) {
            return "the record is gone from the log: the card was erased, or written again, since";
        }
        if (standing.offset() > letter.originalOffset()) {
            return standing.erasure() ? "the card was erased since" : "there is a newer card";
        }
        return null;
    }

    private Verdict read(String key) {
        PledgesDeclared card;
        try {
            card = Topics.PLEDGES.read(value.getBytes(UTF_8));
        } catch (UnreadableEvent | UnknownEventVersion e) {
            return new Refused("the value is not a card: " + e.getMessage());
        }
        if (!card.key().equals(key)) {
            return new Refused(
                    "the value is the card of somebody else: campaign and pledger have to stay as in the key");
        }
        if (!isCutToTheHour(card.declaredAt()) || !isCutToTheHour(card.consent().at())) {
            return new Refused("the times of a card are cut to the hour: nobody may see when it was declared");
        }
        return new MaySendBack(card);
    }

    private static boolean isCutToTheHour(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.HOURS));
    }
}
