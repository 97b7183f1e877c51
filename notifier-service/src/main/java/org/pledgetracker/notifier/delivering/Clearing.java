package org.pledgetracker.notifier.delivering;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.subscribing.Subscribing;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases what nobody needs any more, on the partitions that this instance owns: deliveries settled long ago, and lapsed reps. */
@Component
class Clearing {

    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeliveryLog log;
    private final PartitionOwnership ownership;
    private final Subscribing subscribing;
    private final Producer<byte[], byte[]> producer;
    private final Duration kept;

    Clearing(
            DeliveryLog log,
            PartitionOwnership ownership,
            Subscribing subscribing,
            Producer<byte[], byte[]> producer,
            NotifierSettings settings) {
        this.log = log;
        this.ownership = ownership;
        this.subscribing = subscribing;
        this.producer = producer;
        this.kept = settings.deliveriesKept();
    }

    @Scheduled(
            initialDelayString = "${pledge-tracker.clear-every:PT1H}",
            fixedDelayString = "${pledge-tracker.clear-every:PT1H}")
    void clear() throws InterruptedException {
        Instant now = InstantSource.system().instant();
        try {
            if (log.isComplete()) {
                eraseSettled(now);
                eraseLapsed(now);
                closeSegments(now);
            }
        } catch (ExecutionException | TimeoutException | KafkaException | BrokerUnavailable e) {
            LOG.warn("Not everything that is due could be erased, trying again soon: {}", e.toString());
        }
    }

    /** Nobody else writes about what is settled, but for a rep who has it sent again, which the page refuses by now. */
    private void eraseSettled(Instant now) throws InterruptedException, ExecutionException, TimeoutException {
        write(log.book().settledBefore(now.minus(kept), this::isOwned).stream()
                .map(key -> Topics.DELIVERIES.tombstone(key, now))
                .toList());
    }

    private void eraseLapsed(Instant now) throws InterruptedException {
        // a rep who is back at another instance is not to be overlooked
        log.awaitSubscriptions();
        for (SubscriptionSet subscription : log.subscriptions().all()) {
            if (Subscriber.hasLapsed(subscription, now) && isOwned(Partitions.of(subscription.rep()))) {
                subscribing.erase(subscription.rep(), latest -> Subscriber.hasLapsed(latest, now));
            }
        }
    }

    /** Kafka closes a segment only when something is appended, and compacts only closed ones. */
    private void closeSegments(Instant now) throws InterruptedException, ExecutionException, TimeoutException {
        byte[] key = Topics.MARKER_KEY.getBytes(StandardCharsets.UTF_8);
        byte @Nullable [] nothing = null;
        write(IntStream.range(0, Partitions.COUNT)
                .filter(this::isOwned)
                .mapToObj(partition ->
                        new ProducerRecord<>(Topics.SUBSCRIPTIONS.name(), partition, now.toEpochMilli(), key, nothing))
                .toList());
    }

    private boolean isOwned(int partition) {
        return ownership.ready(partition).isPresent();
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        records.forEach(record -> written.add(producer.send(record)));
        for (Future<RecordMetadata> record : written) {
            record.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
