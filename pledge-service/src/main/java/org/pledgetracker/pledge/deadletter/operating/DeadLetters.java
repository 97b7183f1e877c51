package org.pledgetracker.pledge.deadletter.operating;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.DeadLetter;

/** All dead letters that there are now. */
final class DeadLetters {

    private DeadLetters() {}

    static List<DeadLetter> read(Map<String, Object> clientSettings) {
        List<DeadLetter> letters = new ArrayList<>();
        try (LogReader reader = new LogReader(clientSettings, Topics.PLEDGES_DEAD_LETTERS)) {
            reader.readOn(record -> letters.add(letter(record)));
        }
        return letters;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        byte[] value = record.value();
        return new DeadLetter(
                new DeadLetter.Place(record.partition(), record.offset()),
                key == null ? null : new String(key, UTF_8),
                header(record, "reason"),
                header(record, "topic"),
                offset(header(record, "offset")),
                Instant.ofEpochMilli(record.timestamp()),
                value == null ? "" : new String(value, UTF_8));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static long offset(String header) {
        return header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }
}
