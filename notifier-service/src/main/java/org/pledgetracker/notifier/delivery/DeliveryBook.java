package org.pledgetracker.notifier.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.ThresholdCrossed;

/**
 * How every delivery stands, and which crossings have not fanned out yet. What is read again, or late, changes nothing: the
 * record with the highest offset counts.
 */
public final class DeliveryBook {

    /**
     * The latest event of a delivery.
     *
     * @param offset where it stands on its partition of the log
     */
    public record Standing(DeliveryEvent latest, long offset) {}

    private record Waiting(ThresholdCrossed crossing, int partition, long offset) {}

    private final Map<String, ThresholdCrossed> crossings = new ConcurrentHashMap<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<String> raised = ConcurrentHashMap.newKeySet();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    /** The offset of the last erasure on each partition: before it there is nothing new to be read. */
    private final Map<Integer, Long> lastErased = new ConcurrentHashMap<>();

    private final Map<String, Standing> pending = new ConcurrentHashMap<>();

    /** Takes a crossing; it waits for its fan-out unless it has had it. */
    public void crossed(ThresholdCrossed crossing, int partition, long offset) {
        String id = id(crossing.campaign(), crossing.threshold(), crossing.crossing());
        if (crossings.putIfAbsent(id, crossing) == null && !raised.contains(id)) {
            waiting.put(id, new Waiting(crossing, partition, offset));
        }
    }

    /** Takes the end of a fan-out. */
    public void raised(AlertRaised alert) {
        String id = id(alert.campaign(), alert.threshold(), alert.crossing());
        raised.add(id);
        waiting.remove(id);
    }

    /** Takes how a delivery stands. */
    public void stands(DeliveryEvent event, long offset) {
        Standing found = new Standing(event, offset);
        standings.compute(event.key(), (key, before) -> {
            if (before == null && offset < lastErased.getOrDefault(Partitions.of(key), -1L)) {
                // read again, and erased since: it would be made once more
                return null;
            }
            if (before != null && before.offset() >= offset) {
                return before;
            }
            if (Attempt.isPending(event)) {
                pending.put(key, found);
            } else {
                pending.remove(key);
            }
            return found;
        });
    }

    /** Takes that a delivery was erased. */
    public void erased(String key, long offset) {
        lastErased.merge(Partitions.of(key), offset, Math::max);
        standings.computeIfPresent(key, (erased, before) -> {
            if (before.offset() >= offset) {
                return before;
            }
            pending.remove(key);
            return null;
        });
    }

    /** The keys of the deliveries that were settled before that moment, of the partitions that somebody owns. */
    public List<String> settledBefore(Instant moment, IntPredicate owned) {
        return standings.entrySet().stream()
                .filter(entry -> Attempt.isSettledBefore(entry.getValue().latest(), moment))
                .map(Map.Entry::getKey)
                .filter(key -> owned.test(Partitions.of(key)))
                .toList();
    }

    /** The crossings of a partition that have not fanned out, in the order of the log. */
    public List<ThresholdCrossed> waiting(int partition) {
        return waiting.values().stream()
                .filter(crossed -> crossed.partition() == partition)
                .sorted(Comparator.comparingLong(Waiting::offset))
                .map(Waiting::crossing)
                .toList();
    }

    /** The crossing that a delivery tells of. */
    public Optional<ThresholdCrossed> crossing(DeliveryEvent event) {
        return Optional.ofNullable(crossings.get(id(event.campaign(), event.threshold(), event.crossing())));
    }

    /** What is due over a channel, of the partitions that somebody owns, the longest due first. */
    public List<Standing> due(Channel channel, IntPredicate owned, Instant now) {
        return pending.values().stream()
                .filter(standing -> standing.latest().delivery().channel() == channel)
                .filter(standing -> !Attempt.dueAt(standing.latest()).isAfter(now))
                .filter(standing -> owned.test(Partitions.of(standing.latest().key())))
                .sorted(Comparator.comparing((Standing standing) -> Attempt.dueAt(standing.latest()))
                        .thenComparing(standing -> standing.latest().key()))
                .toList();
    }

    /**
     * When the oldest crossing came that somebody should have been told of over this channel by now: of the deliveries that are
     * due, or were tried in vain. What a rep wants to have later is not among them.
     */
    public Optional<Instant> oldestUndelivered(Channel channel, Instant now) {
        return pending.values().stream()
                .map(Standing::latest)
                .filter(latest -> latest.delivery().channel() == channel)
                .filter(latest ->
                        latest.attempts() > 0 || !Attempt.dueAt(latest).isAfter(now))
                .flatMap(latest -> crossing(latest).stream())
                .map(ThresholdCrossed::at)
                .min(Comparator.naturalOrder());
    }

    /** When the oldest crossing came that has not fanned out. */
    public Optional<Instant> oldestWaiting() {
        return waiting.values().stream().map(waits -> waits.crossing().at()).min(Comparator.naturalOrder());
    }

    /** How many deliveries over this channel were given up. */
    public long abandonedCount(Channel channel) {
        return standings.values().stream()
                .map(Standing::latest)
                .filter(DeliveryAbandoned.class::isInstance)
                .filter(latest -> latest.delivery().channel() == channel)
                .count();
    }

    /** How a delivery stands now, if there is one with this key. */
    public Optional<Standing> standing(String key) {
        return Optional.ofNullable(standings.get(key));
    }

    /** How all deliveries stand. */
    public Collection<Standing> all() {
        return List.copyOf(standings.values());
    }

    /** How many are still to be made over this channel. */
    public long pendingCount(Channel channel) {
        return pending.values().stream()
                .filter(standing -> standing.latest().delivery().channel() == channel)
                .count();
    }

    private static String id(String campaign, String threshold, int crossing) {
        return campaign + "/" + threshold + "/" + crossing;
    }
}
