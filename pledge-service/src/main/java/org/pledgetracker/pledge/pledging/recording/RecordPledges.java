package org.pledgetracker.pledge.pledging.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    private final Cards cards;
    private final Recorder recorder;
    private final EventLog log;
    private final PledgerLocks locks;
    private final EraseCards erasing;
    private final DailyChanges changes;

    RecordPledges(
            Cards cards,
            Recorder recorder,
            EventLog log,
            PledgerLocks locks,
            EraseCards erasing,
            DailyChanges changes) {
        this.cards = cards;
        this.recorder = recorder;
        this.log = log;
        this.locks = locks;
        this.erasing = erasing;
        this.changes = changes;
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
        Optional<CampaignKey> known = campaign.key();
        if (known.isEmpty()) {
            requireDestroyed(campaign, now);
            return new Recording.Closed();
        }
        CampaignKey key = known.get();
        Pledger pledger = pledger(key, member);
        return locks.alone(pledger, () -> {
            MyCard current = find(campaign, key, pledger);
            if (!isMeantFor.test(current)) {
                return new Recording.Stale();
            }
            return switch (Card.decide(current.existing(), submission, campaign.definition(), now)) {
                case Decision.Declared declared ->
                    tooManyChanges(campaign, pledger, current.existing(), declared.card())
                            .orElseGet(() -> record(campaign, key, pledger, declared.card()));
                case Decision.Refused refused -> new Recording.Refused(refused.faults());
                case Decision.NotOpen _ -> new Recording.NotOpen();
                case Decision.Closed _ -> new Recording.Closed();
            };
        });
    }

    /** The first declaration is no change; one after an erasure is, for whoever has changed something today. */
    private Optional<Recording> tooManyChanges(Campaign campaign, Pledger pledger, @Nullable Card before, Card after) {
        boolean changes =
                before == null ? this.changes.hasCounted(campaign.id(), pledger) : !before.isFromTheSameGroup(after);
        return changes
                ? this.changes.count(campaign.id(), pledger).map(Recording.TooManyChanges::new)
                : Optional.empty();
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
        if (key.isEmpty()) {
            // the card goes without its GP being known, with all others
            requireDestroyed(campaign, now);
            return;
        }
        erasing.erase(campaign.id(), pledger(key.get(), member), now);
    }

    /** A key that is gone before its time only cannot be read now: nothing can be said of cards. */
    private void requireDestroyed(Campaign campaign, Instant now) {
        log.requireFollowed();
        if (now.isBefore(campaign.defined().eraseAt())) {
            throw new BrokerUnavailable(null);
        }
    }

    private static Pledger pledger(CampaignKey key, Member member) {
        return key.pledger(member.issuer(), member.subject());
    }
}
