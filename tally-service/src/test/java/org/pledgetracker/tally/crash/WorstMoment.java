package org.pledgetracker.tally.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;

/**
 * Kills or freezes the process that it is in, at a moment of a few microseconds that no random kill meets. Put into
 * tally-service as an interceptor of its producer.
 */
public final class WorstMoment implements ProducerInterceptor<byte[], byte[]> {

    /** Which moment it waits for. */
    static final String PROPERTY = "crash.worst-moment";
    /** SIGKILL, when the broker has a crossing and what is remembered of it is not yet sent. */
    static final String KILLED_BEFORE_REMEMBERING = "killed-before-remembering";
    /** SIGSTOP, when a crossing is decided and not yet sent. */
    static final String FROZEN_BEFORE_ANNOUNCING = "frozen-before-announcing";

    private final String moment = System.getProperty(PROPERTY, "none");
    private final Semaphore acknowledged = new Semaphore(0);
    private boolean announced;

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            if (!announced && moment.equals(FROZEN_BEFORE_ANNOUNCING)) {
                signalItself("-STOP");
            }
            announced = true;
        } else if (announced && moment.equals(KILLED_BEFORE_REMEMBERING)) {
            acknowledged.acquireUninterruptibly();
            signalItself("-KILL");
        }
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception == null && metadata != null && metadata.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            acknowledged.release();
        }
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}

    /** Does not come back before the signal was delivered. */
    private static void signalItself(String signal) {
        try {
            new ProcessBuilder(
                            "kill",
                            signal,
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
