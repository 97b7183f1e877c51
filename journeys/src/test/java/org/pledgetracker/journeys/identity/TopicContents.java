package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic as a reader gets it, the broker's own topics too: so that no compression hides anything. */
final class TopicContents {

    private final Map<String, Object> settings;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

    private TopicContents(Map<String, Object> broker) {
        this.settings = new HashMap<>(broker);
        settings.put("isolation.level", "read_uncommitted");
        settings.put("exclude.internal.topics", false);
    }

    static TopicContents read(Map<String, Object> broker) throws ExecutionException, InterruptedException {
        TopicContents contents = new TopicContents(broker);
        try (Admin admin = Admin.create(broker);
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        contents.settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get()) {
                contents.records.put(topic, read(topic, consumer));
            }
        }
        return contents;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(read::add);
        }
        return read;
    }

    Map<String, List<ConsumerRecord<byte[], byte[]>>> records() {
        return records;
    }

    List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return records.getOrDefault(topic, List.of());
    }

    /** Writes them into this folder, a file for each topic. */
    void keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var topic : records.entrySet()) {
            try (OutputStream out = Files.newOutputStream(
                    folder.resolve(topic.getKey()), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (ConsumerRecord<byte[], byte[]> record : topic.getValue()) {
                    write(record.key(), out);
                    write(record.value(), out);
                    for (Header header : record.headers()) {
                        write(header.key().getBytes(StandardCharsets.UTF_8), out);
                        write(header.value(), out);
                    }
                }
            }
        }
    }

    private static void write(byte @org.jspecify.annotations.Nullable [] bytes, OutputStream out) throws IOException {
        if (bytes != null) {
            out.write(bytes);
        }
        out.write('\n');
    }
}
