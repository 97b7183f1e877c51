package org.pledgetracker.pledge.deadletter.operating;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.Standing;

/** What the log holds under some keys. */
final class CardHistory implements AutoCloseable {

    private final LogReader log;
    private final Set<String> keys;
    private final Map<String, NavigableMap<Long, ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

    CardHistory(Map<String, Object> clientSettings, Set<String> keys) {
        this.log = new LogReader(clientSettings, Topics.PLEDGES.name());
        this.keys = Set.copyOf(keys);
    }

    /**
     * Reads on to where the log ends now.
     *
     * @throws KafkaException if the broker does not answer
     */
    void readOn() {
        log.readOn(record -> {
            byte[] key = record.key();
            String name = key == null ? Topics.MARKER_KEY : new String(key, UTF_8);
            if (keys.contains(name)) {
                records.computeIfAbsent(name, k -> new TreeMap<>()).put(record.offset(), record);
            }
        });
    }

    /** The last record under a key; null if there is none. */
    @Nullable
    Standing standing(@Nullable String key) {
        NavigableMap<Long, ConsumerRecord<byte[], byte[]>> ofKey = key == null ? null : records.get(key);
        if (ofKey == null) {
            return null;
        }
        ConsumerRecord<byte[], byte[]> last = ofKey.lastEntry().getValue();
        return new Standing(last.offset(), last.value() == null);
    }

    /** The last record under a key that is none of these; null if there is none. */
    @Nullable
    ConsumerRecord<byte[], byte[]> lastBeside(String key, Set<Long> offsets) {
        for (ConsumerRecord<byte[], byte[]> record :
                records.getOrDefault(key, new TreeMap<>()).descendingMap().values()) {
            if (!offsets.contains(record.offset())) {
                return record;
            }
        }
        return null;
    }

    @Override
    public void close() {
        log.close();
    }
}
