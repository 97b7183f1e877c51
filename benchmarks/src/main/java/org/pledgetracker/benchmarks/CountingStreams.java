package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.ScratchFolder;
import org.pledgetracker.tally.broker.StreamsSettings;
import org.pledgetracker.tally.topology.CaughtUp;
import org.pledgetracker.tally.topology.ConsumedPartitionLog;
import org.pledgetracker.tally.topology.CountingTopology;

/** The topology of tally-service, set as the service sets it, without its web face. */
final class CountingStreams implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaStreams streams;
    private final ConsumedPartitionLog log;

    private CountingStreams(KafkaStreams streams, ConsumedPartitionLog log) {
        this.streams = streams;
        this.log = log;
    }

    /** Starts to count, and returns when everything that stands in the campaign's partition is counted. */
    static CountingStreams start(Map<String, Object> broker, String application) throws IOException {
        Properties settings = new Properties();
        settings.putAll(broker);
        settings.putAll(StreamsSettings.counting(application, "1", 1));
        settings.put("auto.offset.reset", "earliest");
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                ScratchFolder.create("pledge-tracker-tally").toString());
        CaughtUp caughtUp = new CaughtUp();
        ConsumedPartitionLog log = new ConsumedPartitionLog(broker);
        KafkaStreams streams = new KafkaStreams(CountingTopology.of(log, caughtUp, crossing -> {}), settings);
        streams.start();
        await(() -> caughtUp.includes(Set.of(Partitions.of(ManyCards.CAMPAIGN))));
        return new CountingStreams(streams, log);
    }

    static void await(BooleanSupplier done) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("the replay did not get to its end");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        streams.close();
        log.close();
    }
}
