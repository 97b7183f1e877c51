package org.pledgetracker.tally.recount;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Event;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.events.UnreadableEvent;

/** Reads what was published and what was pledged, and compares. */
public final class RecountPledges {

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long TO_THE_END = Long.MAX_VALUE - 1;

    private final Map<String, Object> clientSettings;

    /** @param clientSettings how to reach the broker */
    public RecountPledges(Map<String, Object> clientSettings) {
        this.clientSettings = Map.copyOf(clientSettings);
    }

    /** Recounts as of now. */
    public RecountReport recount() throws InterruptedException {
        return recount(Instant.now());
    }

    /**
     * Recounts every campaign up to the offset that its published tallies stand for. Whatever does not agree is looked at
     * three times, a second apart: it may just be moving. A campaign whose cards are erased by then, so many days after it
     * closed, cannot be recounted: its tallies are all that remains.
     *
     * @throws KafkaException if the broker does not answer or has no such topics
     * @throws UnknownEventVersion if there are events that this code is too old for
     */
    public RecountReport recount(Instant now) throws InterruptedException {
        RecountReport report = recountOnce(now);
        for (int tried = 1; tried < TRIES && !report.agrees(); tried++) {
            Thread.sleep(PAUSE);
            report = recountOnce(now);
        }
        return report;
    }

    private RecountReport recountOnce(Instant now) {
        try (TopicReader reader = new TopicReader(clientSettings)) {
            Map<String, List<TallyCounted>> tallies = new HashMap<>();
            latest(reader, Topics.TALLIES)
                    .values()
                    .forEach(tally -> tallies.computeIfAbsent(tally.campaign(), campaign -> new ArrayList<>())
                            .add(tally));
            return compare(reader, tallies, latest(reader, Topics.CAMPAIGNS), now);
        }
    }

    private static RecountReport compare(
            TopicReader reader,
            Map<String, List<TallyCounted>> tallies,
            Map<String, CampaignDefined> campaigns,
            Instant now) {
        List<String> erased = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        long cards = 0;
        Set<String> all = new TreeSet<>(campaigns.keySet());
        all.addAll(tallies.keySet());
        for (String id : all) {
            CampaignDefined campaign = campaigns.get(id);
            List<TallyCounted> current = current(campaign, tallies.getOrDefault(id, List.of()));
            if (campaign != null && !now.isBefore(campaign.eraseAt())) {
                erased.add(id);
            } else if (campaign == null || current.isEmpty()) {
                passedOver.add(id);
            } else {
                Collection<CountedCard> counted = cardsUpTo(reader, id, offset(current));
                cards += counted.size();
                differences.addAll(compare(reader, campaign, counted, current));
            }
        }
        return new RecountReport(
                all.size() - passedOver.size() - erased.size(), cards, passedOver, erased, differences);
    }

    /** The tallies of the actions that there are; none if one was counted under another definition than the latest. */
    private static List<TallyCounted> current(@Nullable CampaignDefined campaign, List<TallyCounted> tallies) {
        if (campaign == null) {
            return List.of();
        }
        List<TallyCounted> ofActions = tallies.stream()
                .filter(tally -> campaign.definition().action(tally.action()).isPresent())
                .toList();
        return ofActions.stream().allMatch(tally -> tally.definitionVersion() == campaign.version())
                ? ofActions
                : List.of();
    }

    /**
     * A card that is written again unchanged changes no tally, but lets Kafka remove the record that was counted: then the
     * tally agrees with the end of the log, for which it stands as well.
     */
    private static List<Difference> compare(
            TopicReader reader, CampaignDefined campaign, Collection<CountedCard> counted, List<TallyCounted> tallies) {
        List<Difference> differences = Recount.compare(campaign, counted, tallies);
        if (differences.isEmpty()) {
            return differences;
        }
        Collection<CountedCard> latest = cardsUpTo(reader, campaign.campaign(), TO_THE_END);
        return Recount.compare(campaign, latest, tallies).isEmpty() ? List.of() : differences;
    }

    private static long offset(List<TallyCounted> tallies) {
        return tallies.stream().mapToLong(TallyCounted::offset).max().orElse(-1);
    }

    private static Collection<CountedCard> cardsUpTo(TopicReader reader, String campaign, long offset) {
        Map<CountedCard, CountedCard> shared = new HashMap<>();
        Map<String, CountedCard> cards = new HashMap<>();
        String prefix = campaign + "/";
        reader.readUpTo(Topics.PLEDGES, Partitions.of(campaign), offset, record -> {
            String key = key(record);
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                put(cards, Topics.PLEDGES, key, record, card -> {
                    CountedCard counted = CountedCard.of(card);
                    return shared.computeIfAbsent(counted, same -> same);
                });
            }
        });
        return cards.values();
    }

    private static <E extends Event> Map<String, E> latest(TopicReader reader, Topic<E> topic) {
        Map<String, E> latest = new HashMap<>();
        reader.readAll(topic, record -> put(latest, topic, key(record), record, event -> event));
        return latest;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** An unreadable value counts as nothing for its key, as a tombstone does. */
    private static <E extends Event, V> void put(
            Map<String, V> latest,
            Topic<E> topic,
            String key,
            ConsumerRecord<byte[], byte[]> record,
            Function<E, V> what) {
        byte[] value = record.value();
        if (value == null) {
            latest.remove(key);
            return;
        }
        try {
            latest.put(key, what.apply(topic.read(value)));
        } catch (UnreadableEvent e) {
            latest.remove(key);
        }
    }
}
