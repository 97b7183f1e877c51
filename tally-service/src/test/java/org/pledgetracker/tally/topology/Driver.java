package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pledgetracker.tally.SampleCampaign.AT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Event;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.SampleCampaign;

/** The topology in a test driver. */
final class Driver implements AutoCloseable {

    private final List<ThresholdCrossed> crossed = new ArrayList<>();
    private final TopologyTestDriver driver;

    Driver(FixedLog log) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "tally");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(CountingTopology.of(log, new CaughtUp(), crossed::add), settings, AT);
    }

    void define(int version, CampaignDefinition definition) {
        pipe(Topics.CAMPAIGNS.record(SampleCampaign.defined("c", version, definition), AT));
    }

    void declare(PledgesDeclared card) {
        pipe(Topics.PLEDGES.record(card, AT));
    }

    void erase(PledgesDeclared card) {
        pipe(Topics.PLEDGES.tombstone(card.key(), AT));
    }

    void write(String key, @Nullable String value) {
        pipe(new ProducerRecord<>(
                Topics.PLEDGES.name(), key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
    }

    private void pipe(ProducerRecord<byte[], byte[]> record) {
        TestInputTopic<byte[], byte[]> topic =
                driver.createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(new TestRecord<>(record.key(), record.value(), AT));
    }

    void after(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Lets the next decision happen. */
    void tick() {
        after(Decide.EVERY);
    }

    <E extends Event> List<E> published(Topic<E> topic) {
        return records(topic.name()).stream()
                .map(r -> topic.read(Objects.requireNonNull(r.value())))
                .toList();
    }

    List<TestRecord<byte[], byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What was told of crossings beside the log, since the start. */
    List<ThresholdCrossed> crossed() {
        return crossed;
    }

    @Override
    public void close() {
        driver.close();
    }
}
