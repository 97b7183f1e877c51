package org.pledgetracker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;

/** The peer without durability: one consumer that folds cards into hash maps and forgets them when it ends. */
final class BareConsumer {

    private final Map<String, PledgesDeclared> cards = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    /** Reads the campaign's partition from start to end; returns how many cards there are. */
    int read(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 10_000);
        TopicPartition partition = new TopicPartition(Topics.PLEDGES.name(), Partitions.of(ManyCards.CAMPAIGN));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    apply(record);
                }
            }
        }
        return cards.size();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        PledgesDeclared card = record.value() == null ? null : Topics.PLEDGES.read(record.value());
        PledgesDeclared before = card == null ? cards.remove(key) : cards.put(key, card);
        count(before, -1);
        count(card, 1);
    }

    private void count(@Nullable PledgesDeclared card, long sign) {
        if (card == null) {
            return;
        }
        for (Pledge pledge : card.pledges()) {
            counts.merge(pledge.action() + card.region() + card.employmentType() + pledge.onlyIf(), sign, Long::sum);
        }
    }
}
