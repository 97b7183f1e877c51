package org.pledgetracker.notifier.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.subscribing.Patches;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A rep sees to an alert: written once, answered when the broker and this inbox have it. */
@Component
class Acknowledging {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final InboxView view;
    private final Producer<byte[], byte[]> producer;
    private final RepHandle handle;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Acknowledging(InboxView view, Producer<byte[], byte[]> producer, RepHandle handle) {
        this.view = view;
        this.producer = producer;
        this.handle = handle;
    }

    /**
     * Acknowledges an alert; one that has been acknowledged stays as it is.
     *
     * @throws Problem if the alert is unknown, or not of the member's patch
     * @throws BrokerUnavailable if it may or may not have been recorded
     */
    Alert acknowledge(String id, Member member) throws InterruptedException {
        Alert alert = find(id, member);
        ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (find(id, member).acknowledgement().isEmpty()) {
                view.awaitAcknowledgement(write(acknowledgement(alert.crossing(), member)));
            }
            return find(id, member);
        } finally {
            lock.unlock();
        }
    }

    private Alert find(String id, Member member) {
        return view.inbox()
                .alert(id, Patches.of(member))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-alert",
                        "There is no such alert",
                        "It is not among the alerts of your regions: open the list of alerts again."));
    }

    private AlertAcknowledged acknowledgement(ThresholdCrossed crossing, Member member) {
        return new AlertAcknowledged(
                crossing.campaign(),
                crossing.threshold(),
                crossing.crossing(),
                handle.of(member.issuer(), member.subject()),
                member.regions().stream().sorted().toList(),
                InstantSource.system().instant());
    }

    private RecordMetadata write(AlertAcknowledged acknowledgement) throws InterruptedException {
        try {
            Instant at = acknowledgement.at();
            return producer.send(Topics.DELIVERIES.record(acknowledgement, at))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerUnavailable(e);
        }
    }
}
