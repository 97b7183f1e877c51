package org.pledgetracker.pledge.pledging.recording;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.pledge.log.LogView;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pseudonym.Pledger;
import org.springframework.stereotype.Component;

/**
 * The latest card of every pledger, in memory. It takes cards from the log and, at once, those that this instance has just
 * recorded; whichever comes first, a higher offset is never replaced by a lower one, also when the log is read again.
 */
@Component
public class Cards implements LogView {

    private final Map<String, Map<Pledger, RecordedCard>> campaigns = new ConcurrentHashMap<>();
    private final SharedValues shared = new SharedValues();

    /** What the log last said of this pledger. */
    public Optional<RecordedCard> find(String campaign, Pledger pledger) {
        return Optional.ofNullable(campaigns.getOrDefault(campaign, Map.of()).get(pledger));
    }

    /** The pledgers of a campaign who have such a card. */
    List<Pledger> pledgers(String campaign, Predicate<Card> which) {
        return campaigns.getOrDefault(campaign, Map.of()).entrySet().stream()
                .filter(entry -> {
                    Card card = entry.getValue().card();
                    return card != null && which.test(card);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    void put(String campaign, Pledger pledger, long offset, @Nullable Card card) {
        RecordedCard recorded = new RecordedCard(offset, card == null ? null : shared.compact(card));
        campaigns
                .computeIfAbsent(campaign, id -> new ConcurrentHashMap<>())
                .merge(pledger, recorded, (before, after) -> after.offset() > before.offset() ? after : before);
    }

    @Override
    public List<Topic<?>> topics() {
        return List.of(Topics.PLEDGES);
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] keyBytes = record.key();
        String key = keyBytes == null ? Topics.MARKER_KEY : new String(keyBytes, StandardCharsets.UTF_8);
        int slash = key.indexOf('/');
        if (key.equals(Topics.MARKER_KEY) || slash < 0) {
            return;
        }
        String campaign = key.substring(0, slash);
        Pledger.named(key.substring(slash + 1)).ifPresent(pledger -> take(campaign, pledger, record));
    }

    /** What this instance has recorded itself need not be read once more. */
    private boolean isKnown(String campaign, Pledger pledger, long offset) {
        return find(campaign, pledger).filter(known -> known.offset() >= offset).isPresent();
    }

    private void take(String campaign, Pledger pledger, ConsumerRecord<byte[], byte[]> record) {
        if (isKnown(campaign, pledger, record.offset())) {
            return;
        }
        byte[] value = record.value();
        try {
            PledgesDeclared fact = value == null ? null : Topics.PLEDGES.read(value);
            put(campaign, pledger, record.offset(), fact == null ? null : Card.of(fact));
        } catch (UnreadableEvent e) {
            // an unreadable value counts as nothing for its key
            put(campaign, pledger, record.offset(), null);
            throw e;
        }
    }
}
