package org.pledgetracker.tally.broker;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.pledgetracker.tally.TallySettings;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How the topology runs: exactly once, and back soon after a crash. */
final class StreamsSettings {

    static final String APPLICATION = "tally-service";

    private static final int LARGE_POLL = 5_000;

    private StreamsSettings() {}

    static Properties of(KafkaProperties kafka, TallySettings settings) {
        Properties streams = new Properties();
        streams.putAll(kafka.buildStreamsProperties());
        streams.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                "classic",
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                100,
                StreamsConfig.POLL_MS_CONFIG,
                20,
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                settings.replication(),
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
                LARGE_POLL));
        streams.putAll(Map.of(
                StreamsConfig.mainConsumerPrefix("group.instance.id"),
                APPLICATION + "-" + settings.tally().instance(),
                StreamsConfig.consumerPrefix("session.timeout.ms"),
                10_000,
                StreamsConfig.consumerPrefix("heartbeat.interval.ms"),
                3_000,
                StreamsConfig.consumerPrefix("max.poll.records"),
                LARGE_POLL,
                StreamsConfig.producerPrefix("linger.ms"),
                0,
                StreamsConfig.producerPrefix("max.request.size"),
                TallyTopics.LARGEST_DEAD_LETTER));
        return streams;
    }
}
