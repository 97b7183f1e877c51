package org.pledgetracker.pledge.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes a marker to every partition of pledges hourly: Kafka closes a segment only when something is appended, and
 * compacts only closed ones, so without it an erased card would stay on the disk of a quiet topic.
 */
@Component
class WriteMarkers {

    private static final Logger LOG = LoggerFactory.getLogger(WriteMarkers.class);

    private final Recorder recorder;

    WriteMarkers(Recorder recorder) {
        this.recorder = recorder;
    }

    @Scheduled(initialDelay = 5, fixedRate = 60, timeUnit = TimeUnit.MINUTES)
    void write() {
        write(Instant.now());
    }

    void write(Instant now) {
        byte[] key = Topics.MARKER_KEY.getBytes(StandardCharsets.UTF_8);
        long hour = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        try {
            for (int partition = 0; partition < Partitions.COUNT; partition++) {
                byte @Nullable [] nothing = null;
                recorder.record(new ProducerRecord<>(Topics.PLEDGES.name(), partition, hour, key, nothing));
            }
        } catch (BrokerUnavailable e) {
            LOG.warn("The hourly markers were not all written; the next hour's will be: {}", e.getMessage());
        }
    }
}
