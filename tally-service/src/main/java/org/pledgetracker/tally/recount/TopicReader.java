package org.pledgetracker.tally.recount;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.pledgetracker.events.Topic;

/** Reads topics from the start to where they end now; gives up with a {@link TimeoutException} when the broker is away. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(Map<String, Object> clientSettings) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", 5_000);
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Hands over every record that stands in the topic now. */
    void readAll(Topic<?> topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic '" + topic.name() + "'");
        }
        read(partitions, Map.of(), handler);
    }

    /** Hands over the records of one partition up to and with that offset. */
    void readUpTo(Topic<?> topic, int partition, long offset, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        TopicPartition wanted = new TopicPartition(topic.name(), partition);
        read(List.of(wanted), Map.of(wanted, offset + 1), handler);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> limits,
            Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        limits.forEach((partition, limit) -> ends.merge(partition, limit, Math::min));
        long progressAt = System.nanoTime();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                progressAt = System.nanoTime();
            } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came for " + PATIENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    handler.accept(record);
                }
            }
        }
    }
}
