package org.pledgetracker.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics from the start, in one thread, and goes on following them: what a view in memory is fed from. It needs
 * no group and keeps no position; every event is a whole fact, so reading one again changes nothing.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Map<String, Object> clientSettings;
    private final List<Topic<?>> topics;
    private final Consumer<ConsumerRecord<byte[], byte[]>> handler;
    private final FollowedPositions positions = new FollowedPositions();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile @Nullable UnknownEventVersion halt;
    private volatile double lag = Double.NaN;

    /**
     * @param name of the thread and client
     * @param clientSettings how to reach the broker
     * @param handler takes every record, in the order of its partition; on an {@link UnreadableEvent} the record is
     *     skipped, on an {@link UnknownEventVersion} the follower stops
     */
    public TopicFollower(
            String name,
            Map<String, Object> clientSettings,
            List<Topic<?>> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        this.name = name;
        this.clientSettings = Map.copyOf(clientSettings);
        this.topics = List.copyOf(topics);
        this.handler = handler;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that stood in the topics when this began to read has been handled. */
    public boolean caughtUp() {
        return positions.caughtUp();
    }

    /**
     * Waits until {@link #caughtUp}.
     *
     * @return false if that took longer than the patience given
     */
    public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
        return positions.awaitCaughtUp(patience);
    }

    /** How many records this had still to read when it last looked; not a number before it has. */
    public double lag() {
        return lag;
    }

    /** Why this has stopped for good, if it has: the service has to be upgraded. */
    public @Nullable UnknownEventVersion halted() {
        return halt;
    }

    /**
     * Waits until the record at that offset has been handled.
     *
     * @return false if that took longer than the patience given
     */
    public boolean awaitHandled(Topic<?> topic, int partition, long offset, Duration patience)
            throws InterruptedException {
        return positions.awaitPosition(new TopicPartition(topic.name(), partition), offset + 1, patience);
    }

    /** Waits until a record that was written has been handled; false if that took longer than the patience given. */
    public boolean awaitHandled(RecordMetadata written, Duration patience) throws InterruptedException {
        TopicPartition partition = new TopicPartition(written.topic(), written.partition());
        return positions.awaitPosition(partition, written.offset() + 1, patience);
    }

    @Override
    public void close() {
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stopping.getCount() > 0 && halt == null) {
            try (KafkaConsumer<byte[], byte[]> current = newConsumer()) {
                consumer = current;
                follow(current);
            } catch (WakeupException e) {
                LOG.debug("{} was woken up", name);
            } catch (UnknownEventVersion e) {
                halt = e;
                LOG.error("{} has stopped: {}", name, e.getMessage());
            } catch (KafkaException e) {
                LOG.warn("{} starts again from the beginning: {}", name, e.toString());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> current) {
        List<TopicPartition> partitions = awaitPartitions(current);
        if (partitions.isEmpty()) {
            return;
        }
        current.assign(partitions);
        current.seekToBeginning(partitions);
        positions.begin(current.endOffsets(partitions));
        while (stopping.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : current.poll(POLL)) {
                handle(record);
            }
            for (TopicPartition partition : partitions) {
                positions.reached(partition, current.position(partition));
            }
            lag = lag(current, partitions);
        }
    }

    /** What no answer of the broker has told of yet is unknown, and with it the sum. */
    private static double lag(KafkaConsumer<byte[], byte[]> current, List<TopicPartition> partitions) {
        double records = 0;
        for (TopicPartition partition : partitions) {
            OptionalLong left = current.currentLag(partition);
            records += left.isPresent() ? left.getAsLong() : Double.NaN;
        }
        return records;
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            handler.accept(record);
        } catch (UnreadableEvent e) {
            LOG.warn(
                    "{} skips offset {} of {}-{}: {}",
                    name,
                    record.offset(),
                    record.topic(),
                    record.partition(),
                    e.getMessage());
        }
        positions.reached(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private List<TopicPartition> awaitPartitions(KafkaConsumer<byte[], byte[]> current) {
        while (stopping.getCount() > 0) {
            Map<String, List<PartitionInfo>> known = current.listTopics(Duration.ofSeconds(10));
            if (topics.stream().allMatch(topic -> known.containsKey(topic.name()))) {
                return topics.stream()
                        .flatMap(topic -> known.getOrDefault(topic.name(), List.of()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
            }
            pause();
        }
        return List.of();
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put("client.id", name);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 5_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("{} paused, stopped: {}", name, stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
