package org.pledgetracker.pledge.retention.operating;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.operating.LogReader;

/** Which cards are erased in the log, and the erasing again of those that a backup brought back. */
final class Erasures {

    private record Latest(Instant at, boolean erased) {}

    private final Map<String, Latest> latest = new TreeMap<>();

    private Erasures() {}

    /**
     * As the log stands now.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    static Erasures read(Map<String, Object> clientSettings) {
        Erasures erasures = new Erasures();
        try (LogReader log = new LogReader(clientSettings, Topics.PLEDGES.name())) {
            log.readOn(record -> {
                byte[] key = record.key();
                String name = key == null ? "" : new String(key, UTF_8);
                if (Erasure.isCards(name)) {
                    erasures.latest.put(
                            name, new Latest(Instant.ofEpochMilli(record.timestamp()), record.value() == null));
                }
            });
        }
        return erasures;
    }

    /** All cards that are erased, as far back as the log remembers. */
    List<Erasure> all() {
        return latest.entrySet().stream()
                .filter(entry -> entry.getValue().erased())
                .map(entry -> new Erasure(entry.getKey(), entry.getValue().at()))
                .toList();
    }

    /** Erases the card if it is one that this erasure reached; false if there is none, or a newer one. */
    boolean apply(Erasure erasure, Consumer<ProducerRecord<byte[], byte[]>> recorder) {
        Latest found = latest.get(erasure.key());
        if (found == null || found.erased() || !erasure.reaches(found.at())) {
            return false;
        }
        recorder.accept(Topics.PLEDGES.tombstone(erasure.key(), erasure.at()));
        return true;
    }
}
