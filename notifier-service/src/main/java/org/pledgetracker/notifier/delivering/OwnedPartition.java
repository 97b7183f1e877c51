package org.pledgetracker.notifier.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.AlertEvent;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.FanOut;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition of the log while this instance owns it: one thread, and one transactional producer, which keeps whoever owned
 * it before from writing any more. It begins once everything that they wrote has been read.
 */
final class OwnedPartition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartition.class);
    private static final long GLANCE_MILLIS = 50;
    private static final int FULL = 1_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private record Recording(List<DeliveryEvent> events, CompletableFuture<Void> done) {}

    private final int partition;
    private final DeliveryLog log;
    private final CrossingTraces traces;
    private final IntFunction<Producer<byte[], byte[]>> producers;
    private final BlockingQueue<Recording> waiting = new LinkedBlockingQueue<>();
    private final List<Recording> unrecorded = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean ready;

    /** @param producers makes the transactional producer of a partition */
    OwnedPartition(
            int partition, DeliveryLog log, CrossingTraces traces, IntFunction<Producer<byte[], byte[]>> producers) {
        this.partition = partition;
        this.log = log;
        this.traces = traces;
        this.producers = producers;
        this.thread = Thread.ofVirtual().name("notifier-partition-" + partition).start(this::run);
    }

    /** Whether what was written before is known here, so that deliveries may be made. */
    boolean isReady() {
        return ready;
    }

    /** Writes how deliveries stand; it is done when the log has it, and fails if this partition is lost before. */
    Future<Void> record(List<DeliveryEvent> events) {
        Recording recording = new Recording(events, new CompletableFuture<>());
        waiting.add(recording);
        if (stopping.getCount() == 0) {
            recording.done().cancel(false);
        }
        return recording.done();
    }

    @Override
    public void close() {
        ready = false;
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Producer<byte[], byte[]> producer = producers.apply(partition)) {
                producer.initTransactions();
                log.awaitPartition(partition);
                ready = true;
                work(producer);
            } catch (KafkaException | ExecutionException | BrokerUnavailable e) {
                ready = false;
                LOG.warn("Deliveries of partition {} pause: {}", partition, e.toString());
                pause();
            } catch (InterruptedException e) {
                stopping.countDown();
            }
        }
        unrecorded.forEach(recording -> recording.done().cancel(false));
        waiting.forEach(recording -> recording.done().cancel(false));
    }

    private void work(Producer<byte[], byte[]> producer) throws InterruptedException, ExecutionException {
        while (stopping.getCount() > 0) {
            if (unrecorded.isEmpty()) {
                takeWaiting();
            }
            if (!unrecorded.isEmpty()) {
                commit(
                        producer,
                        unrecorded.stream()
                                .<AlertEvent>flatMap(recording -> recording.events().stream())
                                .toList());
                unrecorded.forEach(recording -> recording.done().complete(null));
                unrecorded.clear();
            }
            fanOut(producer);
        }
    }

    private void takeWaiting() throws InterruptedException {
        Recording first = waiting.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            unrecorded.add(first);
            waiting.drainTo(unrecorded);
        }
    }

    private void fanOut(Producer<byte[], byte[]> producer) throws InterruptedException, ExecutionException {
        List<ThresholdCrossed> crossed = log.book().waiting(partition);
        if (crossed.isEmpty()) {
            return;
        }
        log.awaitSubscriptions();
        Instant now = InstantSource.system().instant();
        // as many as fit well into one transaction: the others are still waiting the next time
        List<ThresholdCrossed> together = new ArrayList<>();
        List<AlertEvent> events = new ArrayList<>();
        for (ThresholdCrossed crossing : crossed) {
            if (events.size() < FULL) {
                together.add(crossing);
                events.addAll(FanOut.of(crossing, log.subscriptions().all(), now));
            }
        }
        traces.raise(together, () -> commit(producer, events));
    }

    /** Writes all of them or none, and lets the book know where they stand, before the log is read again. */
    private void commit(Producer<byte[], byte[]> producer, List<AlertEvent> events)
            throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = events.stream()
                .map(event -> producer.send(
                        Topics.DELIVERIES.record(event, InstantSource.system().instant())))
                .toList();
        producer.commitTransaction();
        for (int i = 0; i < events.size(); i++) {
            long offset = sent.get(i).get().offset();
            if (events.get(i) instanceof DeliveryEvent event) {
                log.book().stands(event, offset);
            } else if (events.get(i) instanceof AlertRaised raised) {
                log.book().raised(raised);
            }
        }
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Partition {} paused, stopped: {}", partition, stopped);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
