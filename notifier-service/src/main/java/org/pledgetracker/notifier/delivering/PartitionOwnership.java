package org.pledgetracker.notifier.delivering;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shares the partitions among the instances of this service: a consumer group that reads nothing. What there is to do on a
 * partition is done by the one instance that owns it.
 */
@Component
class PartitionOwnership implements SmartLifecycle, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwnership.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final DeliveryLog log;
    private final OwnershipClients clients;
    private final CrossingTraces traces;
    private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    PartitionOwnership(DeliveryLog log, OwnershipClients clients, CrossingTraces traces) {
        this.log = log;
        this.clients = clients;
        this.traces = traces;
    }

    /** The partition, if this instance owns it and may deliver. */
    Optional<OwnedPartition> ready(int partition) {
        return owner(partition).filter(found -> found.isReady() && log.isComplete());
    }

    /** The partition, if this instance owns it. */
    Optional<OwnedPartition> owner(int partition) {
        return Optional.ofNullable(owned.get(partition));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("notifier-ownership").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running && !log.isComplete()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        while (running) {
            try (Consumer<byte[], byte[]> current = clients.member()) {
                consumer = current;
                current.subscribe(List.of(Topics.THRESHOLD_EVENTS.name()), this);
                while (running) {
                    // nothing is read through it: the log is followed already
                    current.pause(current.assignment());
                    current.poll(POLL);
                }
            } catch (WakeupException e) {
                LOG.debug("woken up");
            } catch (KafkaException e) {
                LOG.warn("Joins the other instances again: {}", e.toString());
                LockSupport.parkNanos(10 * PAUSE_NANOS);
            }
            release(owned.keySet());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            owned.computeIfAbsent(
                    partition.partition(), number -> new OwnedPartition(number, log, traces, clients::transactional));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        release(partitions.stream().map(TopicPartition::partition).toList());
    }

    private void release(Collection<Integer> partitions) {
        for (Integer partition : List.copyOf(partitions)) {
            OwnedPartition lost = owned.remove(partition);
            if (lost != null) {
                lost.close();
            }
        }
    }
}
