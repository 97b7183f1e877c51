package org.pledgetracker.pledge.pledging.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.pledge.log.Recorder;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Decision;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.pledge.pseudonym.Pledger;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Component;

/** Declares and erases cards: one change of a pledger at a time, answered when the broker has it. */
@Component
public class RecordPledges {

    /** Pledgers share locks: so many that they hardly ever meet. */
    private static final int LOCKS = 4096;

    private final Lock[] locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);
    private final Cards cards;
    private final Recorder recorder;
    private final EventLog log;

    RecordPledges(Cards cards, Recorder recorder, EventLog log) {
        this.cards = cards;
        this.recorder = recorder;
        this.log = log;
    }

    /**
     * The member's own card.
     *
     * @throws BrokerUnavailable if the log has not been read to its end
     */
    public MyCard find(Campaign campaign, Member member) {
        log.requireFollowed();
        return campaign.key()
                .map(key -> find(campaign, key, pledger(key, member)))
                .orElse(MyCard.NONE);
    }

    private MyCard find(Campaign campaign, CampaignKey key, Pledger pledger) {
        Optional<RecordedCard> recorded = cards.find(campaign.id(), pledger);
        Card card = recorded.map(RecordedCard::card).orElse(null);
        return card == null || recorded.isEmpty()
                ? MyCard.NONE
                : new MyCard(card, key.mark(pledger, recorded.get().offset()));
    }

    /**
     * Decides on a submission and records what it declares.
     *
     * @param isMeantFor whether it was made for this version of the card
     * @throws BrokerUnavailable if it may have been recorded or not
     */
    public Recording declare(
            Campaign campaign, Member member, Submission submission, Predicate<MyCard> isMeantFor, Instant now) {
        log.requireFollowed();
        CampaignKey key = campaign.key().orElseThrow(() -> new BrokerUnavailable(null));
        Pledger pledger = pledger(key, member);
        return alone(pledger, () -> {
            MyCard current = find(campaign, key, pledger);
            if (!isMeantFor.test(current)) {
                return new Recording.Stale();
            }
            return switch (Card.decide(current.existing(), submission, campaign.definition(), now)) {
                case Decision.Declared declared -> record(campaign, key, pledger, declared.card());
                case Decision.Refused refused -> new Recording.Refused(refused.faults());
                case Decision.NotOpen _ -> new Recording.NotOpen();
                case Decision.Closed _ -> new Recording.Closed();
            };
        });
    }

    private Recording record(Campaign campaign, CampaignKey key, Pledger pledger, Card card) {
        PledgesDeclared fact = card.fact(campaign.id(), pledger);
        long offset = recorder.record(Topics.PLEDGES.record(fact, card.declaredAt()));
        cards.put(campaign.id(), pledger, offset, card);
        return new Recording.Recorded(card, key.mark(pledger, offset));
    }

    /**
     * Erases the member's card, whatever is there.
     *
     * @throws BrokerUnavailable if it may have been erased or not
     */
    public void erase(Campaign campaign, Member member, Instant now) {
        Optional<CampaignKey> key = campaign.key();
        // without a key there is no card that could be found
        if (key.isPresent()) {
            Pledger pledger = pledger(key.get(), member);
            alone(pledger, () -> erase(campaign, pledger, now.truncatedTo(ChronoUnit.HOURS)));
        }
    }

    private long erase(Campaign campaign, Pledger pledger, Instant hour) {
        String recordKey = PledgesDeclared.key(campaign.id(), pledger.name());
        long offset = recorder.record(Topics.PLEDGES.tombstone(recordKey, hour));
        cards.put(campaign.id(), pledger, offset, null);
        return offset;
    }

    private <T> T alone(Pledger pledger, Supplier<T> change) {
        Lock lock = locks[Math.floorMod(pledger.hashCode(), LOCKS)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    private static Pledger pledger(CampaignKey key, Member member) {
        return key.pledger(member.issuer(), member.subject());
    }
}
