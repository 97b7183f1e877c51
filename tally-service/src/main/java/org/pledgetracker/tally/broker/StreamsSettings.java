package org.pledgetracker.tally.broker;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.pledgetracker.tally.TallySettings;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How the topology runs: exactly once, and back soon after a crash. */
public final class StreamsSettings {

    static final String APPLICATION = "tally-service";

    private static final int LARGE_POLL = 5_000;

    private StreamsSettings() {}

    static Properties of(KafkaProperties kafka, TallySettings settings) {
        Properties streams = new Properties();
        streams.putAll(kafka.buildStreamsProperties());
        streams.putAll(counting(APPLICATION, settings.tally().instance(), settings.replication()));
        return streams;
    }

    /**
     * How Kafka Streams has to be set for counting, wherever the broker is.
     *
     * @param application the group that shares the partitions
     * @param instance which of its instances this is: one that comes back under its number takes its partitions up at once
     */
    public static Map<String, Object> counting(String application, String instance, int replication) {
        return Map.ofEntries(
                Map.entry(StreamsConfig.APPLICATION_ID_CONFIG, application),
                Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
                Map.entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                // what is published asks for its commit at once; only catching up waits for this
                Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000),
                Map.entry(StreamsConfig.POLL_MS_CONFIG, 20),
                // cards are counted whatever their definition says, so neither topic has to wait for the other
                Map.entry(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED),
                Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication),
                Map.entry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, LARGE_POLL),
                Map.entry(StreamsConfig.mainConsumerPrefix("group.instance.id"), application + "-" + instance),
                Map.entry(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000),
                Map.entry(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 3_000),
                Map.entry(StreamsConfig.consumerPrefix("max.poll.records"), LARGE_POLL),
                // as much as the system gives, so that the next fetch comes in while the last one is counted
                Map.entry(
                        StreamsConfig.consumerPrefix("receive.buffer.bytes"),
                        CommonClientConfigs.RECEIVE_BUFFER_LOWER_BOUND),
                Map.entry(StreamsConfig.producerPrefix("linger.ms"), 0),
                Map.entry(StreamsConfig.producerPrefix("max.request.size"), TallyTopics.LARGEST_DEAD_LETTER));
    }
}
