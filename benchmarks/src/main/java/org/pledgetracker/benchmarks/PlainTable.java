package org.pledgetracker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The peer: cards as a plain {@code KTable}, grouped by region and type, aggregated action by action. */
final class PlainTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private final AtomicLong counted = new AtomicLong();

    /** How many cards the aggregate has taken in so far. */
    long counted() {
        return counted.get();
    }

    KafkaStreams streams(Map<String, Object> broker, String stateFolder) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                        "pledges",
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("cards"))
                .groupBy(
                        (key, value) -> {
                            PledgesDeclared card = Topics.PLEDGES.read(value);
                            String group = card.campaign() + "/" + card.region() + "/"
                                    + card.employmentType().wireName();
                            return KeyValue.pair(group, value);
                        },
                        Grouped.with("by-region-and-type", Serdes.String(), Serdes.ByteArray()))
                .aggregate(
                        () -> Map.<String, Long>of(),
                        (group, value, counts) -> {
                            counted.incrementAndGet();
                            return add(counts, value, 1);
                        },
                        (group, value, counts) -> add(counts, value, -1),
                        Materialized.<String, Map<String, Long>, KeyValueStore<Bytes, byte[]>>as("counts")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(counts()));
        Properties settings = new Properties();
        settings.putAll(broker);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "plain-table-" + System.nanoTime());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaStreams(builder.build(), settings);
    }

    private static Map<String, Long> add(Map<String, Long> counts, byte[] value, long sign) {
        Map<String, Long> changed = new HashMap<>(counts);
        for (Pledge pledge : Topics.PLEDGES.read(value).pledges()) {
            changed.merge(pledge.action(), sign, Long::sum);
        }
        return changed;
    }

    private static Serde<Map<String, Long>> counts() {
        return Serdes.serdeFrom(
                (topic, counts) -> JSON.writeValueAsString(counts).getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> bytes == null ? null : JSON.readValue(bytes, COUNTS));
    }
}
