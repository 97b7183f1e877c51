package org.pledgetracker.tally.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topic;

/** A partition's log as a consumer of its own reads it: one for all looks, since making one takes longer than a look. */
public final class ConsumedPartitionLog implements PartitionLog, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The next look, and closing, wait for a fetch that is still under way at the end of the log. */
    private static final int SHORT_FETCH_MILLIS = 20;

    private static final long FIRST_LOOK_BACK = 16;

    private final Map<String, Object> clientSettings;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** @param clientSettings how to reach the broker */
    public ConsumedPartitionLog(Map<String, Object> clientSettings) {
        this.clientSettings = Map.copyOf(clientSettings);
    }

    /**
     * Looks back from the end, ever further: the last offsets may be transaction marks or compacted away, and a stream
     * would wait for them for ever.
     */
    @Override
    public synchronized long lastOffset(Topic<?> topic, int partition) {
        TopicPartition wanted = new TopicPartition(topic.name(), partition);
        return look(wanted, reader -> {
            long end = end(reader, wanted);
            long start = reader.beginningOffsets(List.of(wanted)).getOrDefault(wanted, 0L);
            AtomicLong last = new AtomicLong(-1);
            for (long back = FIRST_LOOK_BACK; last.get() < 0; back *= 16) {
                long from = Math.max(start, end - back);
                reader.seek(wanted, from);
                readTo(reader, wanted, end, record -> last.set(record.offset()));
                if (from == start) {
                    break;
                }
            }
            return last.get();
        });
    }

    @Override
    public synchronized void read(Topic<?> topic, int partition, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        TopicPartition wanted = new TopicPartition(topic.name(), partition);
        look(wanted, reader -> {
            reader.seekToBeginning(List.of(wanted));
            readTo(reader, wanted, end(reader, wanted), handler);
            return wanted;
        });
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    /** After a failure the next look begins with a new consumer. */
    private <T> T look(TopicPartition partition, Function<KafkaConsumer<byte[], byte[]>, T> look) {
        KafkaConsumer<byte[], byte[]> reader = consumer == null ? newConsumer() : consumer;
        consumer = reader;
        boolean done = false;
        try {
            reader.assign(List.of(partition));
            T found = look.apply(reader);
            reader.unsubscribe();
            done = true;
            return found;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private static long end(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private static void readTo(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long end,
            Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        long moved = System.nanoTime();
        while (consumer.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(handler);
            if (!records.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                // else a broker that is away would hold the thread that counts, also when it is asked to stop
                throw new TimeoutException("nothing came of " + partition + " in " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.wait.ms", SHORT_FETCH_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
