package org.pledgetracker.pledge.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes a marker to every partition of pledges and campaign-keys hourly: Kafka closes a segment only when something is
 * appended, and compacts only closed ones, so without it an erased card or key would stay on the disk of a quiet topic.
 */
@Component
class WriteMarkers implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(WriteMarkers.class);

    private final Recorder recorder;
    private final EventLog log;
    private volatile double lastWritten = Double.NaN;

    WriteMarkers(Recorder recorder, EventLog log) {
        this.recorder = recorder;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pledge.tracker.markers.last.written", this, markers -> markers.lastWritten)
                .description("When a marker was last written to every partition, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(initialDelay = 5, fixedRate = 60, timeUnit = TimeUnit.MINUTES)
    void write() {
        // before the log is read to its end, nobody knows whether this code is new enough to write to it
        if (log.isFollowed()) {
            write(Instant.now());
        }
    }

    void write(Instant now) {
        byte[] key = Topics.MARKER_KEY.getBytes(StandardCharsets.UTF_8);
        long hour = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        try {
            for (Topic<?> topic : Topics.MARKED) {
                for (int partition = 0; partition < Partitions.COUNT; partition++) {
                    byte @Nullable [] nothing = null;
                    recorder.record(new ProducerRecord<>(topic.name(), partition, hour, key, nothing));
                }
            }
            lastWritten = now.getEpochSecond();
        } catch (BrokerUnavailable e) {
            LOG.warn("The hourly markers were not all written; the next hour's will be: {}", e.getMessage());
        }
    }
}
