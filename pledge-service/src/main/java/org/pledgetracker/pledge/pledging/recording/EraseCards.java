package org.pledgetracker.pledge.pledging.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.log.Recorder;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pseudonym.Pledger;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.stereotype.Component;

/** Writes tombstones of cards. Writing one twice changes nothing. */
@Component
public class EraseCards {

    private final Cards cards;
    private final Recorder recorder;
    private final PledgerLocks locks;

    EraseCards(Cards cards, Recorder recorder, PledgerLocks locks) {
        this.cards = cards;
        this.recorder = recorder;
        this.locks = locks;
    }

    /** Whether the campaign has such a card. */
    public boolean isThereOne(String campaign, Predicate<Card> which) {
        return !cards.pledgers(campaign, which).isEmpty();
    }

    /**
     * Erases all cards of a campaign that are such. Each is looked at again while its pledger cannot change it here, so a
     * card that a GP has just declared anew stays; one that is declared at another instance in the same moment may be
     * erased, since the record that comes last wins.
     *
     * @throws BrokerUnavailable if not all may have been erased
     */
    public void eraseAll(String campaign, Predicate<Card> which, Instant now) {
        for (Pledger pledger : cards.pledgers(campaign, which)) {
            locks.alone(pledger, () -> isStill(campaign, pledger, which) ? write(campaign, pledger, now) : -1);
        }
    }

    private boolean isStill(String campaign, Pledger pledger, Predicate<Card> which) {
        return cards.find(campaign, pledger)
                .map(RecordedCard::card)
                .filter(which)
                .isPresent();
    }

    /** Erases the card of a pledger, whatever is there. */
    void erase(String campaign, Pledger pledger, Instant now) {
        locks.alone(pledger, () -> write(campaign, pledger, now));
    }

    private long write(String campaign, Pledger pledger, Instant now) {
        String key = PledgesDeclared.key(campaign, pledger.name());
        long offset = recorder.record(Topics.PLEDGES.tombstone(key, now.truncatedTo(ChronoUnit.HOURS)));
        cards.put(campaign, pledger, offset, null);
        return offset;
    }
}
