package org.pledgetracker.tally.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pledgetracker.events.Topic;

/** Logs as a test lays them down. */
final class FixedLog implements PartitionLog {

    private final Map<String, Long> lastOffsets = new HashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    void endsAt(Topic<?> topic, long lastOffset) {
        lastOffsets.put(topic.name(), lastOffset);
    }

    void add(ProducerRecord<byte[], byte[]> record) {
        records.add(
                new ConsumerRecord<>(record.topic(), record.partition(), records.size(), record.key(), record.value()));
    }

    @Override
    public long lastOffset(Topic<?> topic, int partition) {
        return lastOffsets.getOrDefault(topic.name(), -1L);
    }

    @Override
    public void read(Topic<?> topic, int partition, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        records.stream().filter(r -> r.topic().equals(topic.name())).forEach(handler);
    }
}
