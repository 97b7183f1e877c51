package org.pledgetracker.tally.recount;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Event;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnreadableEvent;

/** Reads what was published and what was pledged, and compares. */
public final class RecountPledges {

    private final Map<String, Object> clientSettings;

    /** @param clientSettings how to reach the broker */
    public RecountPledges(Map<String, Object> clientSettings) {
        this.clientSettings = Map.copyOf(clientSettings);
    }

    /** Recounts every campaign up to the offset that its published tallies stand for. */
    public RecountReport recount() {
        try (TopicReader reader = new TopicReader(clientSettings)) {
            Map<String, List<TallyCounted>> tallies = new TreeMap<>();
            latest(reader, Topics.TALLIES)
                    .values()
                    .forEach(tally -> tallies.computeIfAbsent(tally.campaign(), campaign -> new ArrayList<>())
                            .add(tally));
            Map<String, CampaignDefined> campaigns = latest(reader, Topics.CAMPAIGNS);
            return compare(reader, tallies, campaigns);
        }
    }

    private static RecountReport compare(
            TopicReader reader, Map<String, List<TallyCounted>> tallies, Map<String, CampaignDefined> campaigns) {
        List<String> passedOver = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        long cards = 0;
        int compared = 0;
        for (Map.Entry<String, List<TallyCounted>> published : tallies.entrySet()) {
            CampaignDefined campaign = campaigns.get(published.getKey());
            List<TallyCounted> current = published.getValue().stream()
                    .filter(t -> campaign != null
                            && campaign.definition().action(t.action()).isPresent())
                    .toList();
            if (campaign == null || current.stream().anyMatch(t -> t.definitionVersion() != campaign.version())) {
                passedOver.add(published.getKey());
                continue;
            }
            Map<String, PledgesDeclared> counted = cardsUpTo(reader, campaign.campaign(), current);
            differences.addAll(Recount.compare(campaign, counted.values(), current));
            cards += counted.size();
            compared++;
        }
        return new RecountReport(compared, cards, passedOver, differences);
    }

    private static Map<String, PledgesDeclared> cardsUpTo(
            TopicReader reader, String campaign, List<TallyCounted> tallies) {
        long offset = tallies.stream().mapToLong(TallyCounted::offset).max().orElse(-1);
        Map<String, PledgesDeclared> cards = new HashMap<>();
        reader.readUpTo(Topics.PLEDGES, Partitions.of(campaign), offset, record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (key.startsWith(campaign + "/")) {
                put(cards, Topics.PLEDGES, key, record);
            }
        });
        return cards;
    }

    private static <E extends Event> Map<String, E> latest(TopicReader reader, Topic<E> topic) {
        Map<String, E> latest = new HashMap<>();
        reader.readAll(topic, record -> put(latest, topic, new String(record.key(), StandardCharsets.UTF_8), record));
        return latest;
    }

    /** An unreadable value counts as nothing for its key, as a tombstone does. */
    private static <E extends Event> void put(
            Map<String, E> latest, Topic<E> topic, String key, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            latest.remove(key);
            return;
        }
        try {
            latest.put(key, topic.read(value));
        } catch (UnreadableEvent e) {
            latest.remove(key);
        }
    }
}
