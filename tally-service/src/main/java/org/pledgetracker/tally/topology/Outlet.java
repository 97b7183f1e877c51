package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.pledgetracker.events.Event;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.deciding.Decision;

/** Sends what was decided on its way; every topic has a sink of its own name. */
final class Outlet {

    private final ProcessorContext<byte[], byte[]> context;

    Outlet(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    void publish(Decision decision, Instant now) {
        decision.tallies().forEach(tally -> send(Topics.TALLIES, tally, now));
        decision.releases().forEach(release -> send(Topics.RELEASES, release, now));
        decision.records().forEach(recorded -> send(Topics.TALLY_HISTORY, recorded, now));
        decision.crossings().forEach(crossing -> send(Topics.THRESHOLD_EVENTS, crossing, now));
    }

    void deadLetter(Record<byte[], byte[]> unreadable, RecordMetadata at, String reason) {
        Headers headers = new RecordHeaders()
                .add("reason", reason.getBytes(UTF_8))
                .add("topic", at.topic().getBytes(UTF_8))
                .add("partition", String.valueOf(at.partition()).getBytes(UTF_8))
                .add("offset", String.valueOf(at.offset()).getBytes(UTF_8));
        context.forward(unreadable.withHeaders(headers), CountingTopology.sink(Topics.PLEDGES_DEAD_LETTERS));
    }

    private <E extends Event> void send(Topic<E> topic, E event, Instant now) {
        ProducerRecord<byte[], byte[]> record = topic.record(event, now);
        context.forward(
                new Record<>(record.key(), record.value(), record.timestamp(), record.headers()),
                CountingTopology.sink(topic.name()));
    }
}
