package org.pledgetracker.tally.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.tally.TallySettings;
import org.pledgetracker.tally.topology.CaughtUp;
import org.pledgetracker.tally.topology.ConsumedPartitionLog;
import org.pledgetracker.tally.topology.CountingTopology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the topology, from when its topics are there until this service stops. */
@Component("countingRunner")
class Counting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProperties kafka;
    private final TallySettings settings;
    private final CrossingTraces traces;
    private final CaughtUp caughtUp = new CaughtUp();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ConsumedPartitionLog log;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable Thread starter;
    private volatile boolean halted;
    private volatile boolean running;

    Counting(KafkaProperties kafka, TallySettings settings, CrossingTraces traces) {
        this.kafka = kafka;
        this.settings = settings;
        this.traces = traces;
    }

    /** In the background: the service starts without a broker, and counts as soon as there is one. */
    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        running = true;
        starter = Thread.ofPlatform().name("tally-counting").daemon().start(() -> startOnceThereAreTopics(stop));
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        try {
            Thread starting = starter;
            if (starting != null) {
                starting.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        KafkaStreams current = streams;
        if (current != null && !current.close(PATIENCE)) {
            LOG.warn("Counting did not stop within {} s", PATIENCE.toSeconds());
            return;
        }
        ConsumedPartitionLog looks = log;
        if (looks != null) {
            looks.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that stood in the log when this began is counted, and it goes on counting. */
    boolean isCounting() {
        KafkaStreams current = streams;
        if (current == null || current.state() != KafkaStreams.State.RUNNING) {
            return false;
        }
        Set<Integer> partitions = current.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .collect(Collectors.toSet());
        return caughtUp.includes(partitions);
    }

    /** Whether starting this service again could help. Against a newer version in the log it cannot. */
    boolean isAlive() {
        KafkaStreams current = streams;
        return current == null
                || halted
                || current.state().isRunningOrRebalancing()
                || current.state() == KafkaStreams.State.CREATED;
    }

    /** What Kafka Streams says of itself; null before the topics are there. */
    KafkaStreams.@Nullable State state() {
        KafkaStreams current = streams;
        return current == null ? null : current.state();
    }

    /** What Kafka Streams and its clients measure. */
    Map<MetricName, ? extends Metric> metrics() {
        KafkaStreams current = streams;
        return current == null ? Map.of() : current.metrics();
    }

    private void startOnceThereAreTopics(CountDownLatch stop) {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            while (!areThere(admin)) {
                if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            if (stop.getCount() > 0) {
                startStreams();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean areThere(Admin admin) throws InterruptedException {
        try {
            new TallyTopics(settings.replication()).provide(admin);
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.info("The topics are not there yet: {}", e.toString());
        } catch (IllegalStateException e) {
            LOG.error("This service cannot work: {}", e.getMessage());
        }
        return false;
    }

    private void startStreams() {
        ConsumedPartitionLog looks = new ConsumedPartitionLog(kafka.buildConsumerProperties());
        KafkaStreams started = new KafkaStreams(
                CountingTopology.of(looks, caughtUp, traces::crossed), StreamsSettings.of(kafka, settings));
        log = looks;
        started.setUncaughtExceptionHandler(this::afterFailure);
        streams = started;
        started.start();
    }

    private StreamThreadExceptionResponse afterFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownEventVersion) {
                halted = true;
                LOG.error("Counting has stopped: {}", cause.getMessage());
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        }
        LOG.warn("Counting starts again after a failure", failure);
        LockSupport.parkNanos(PAUSE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
