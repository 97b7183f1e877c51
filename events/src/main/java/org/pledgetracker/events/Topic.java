package org.pledgetracker.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A typed handle on a topic, owned by its one writer.
 *
 * @param events what its values are
 */
public record Topic<E extends Event>(String name, Class<E> events, Writer writer, Retention retention) {

    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(retention, "retention");
    }

    /**
     * The record of an event, with its CloudEvents headers (binary mode).
     *
     * @param at becomes the record's timestamp and {@code ce_time}
     */
    public ProducerRecord<byte[], byte[]> record(E event, Instant at) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_type", event.typeName()),
                header("ce_source", URI.create("/" + writer.serviceName()).toString()),
                header("ce_time", at.toString()),
                header("content-type", "application/json"));
        return record(event.key(), EventJson.write(event), at, headers);
    }

    /** The record that erases a key for good once the log is compacted. */
    public ProducerRecord<byte[], byte[]> tombstone(String key, Instant at) {
        return record(key, null, at, List.of());
    }

    /**
     * Reads a value of this topic.
     *
     * @throws UnreadableEvent if it is not an event of this topic
     * @throws UnknownEventVersion if it is one in a version that this code is too old for
     */
    public E read(byte[] value) {
        return EventJson.read(value, events, name);
    }

    private ProducerRecord<byte[], byte[]> record(
            String key, byte @Nullable [] value, Instant at, List<Header> headers) {
        return new ProducerRecord<>(
                name, Partitions.of(key), at.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private static Header header(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
