package org.pledgetracker.notifier.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.Inbox;
import org.pledgetracker.notifier.alert.Position;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.LogLag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Keeps the inbox, and the names of campaigns and regions, in memory, fed from the log. */
@Component
class InboxView implements InitializingBean, DisposableBean, MeterBinder {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inbox inbox = new Inbox();
    private final Map<String, CampaignDefined> campaigns = new ConcurrentHashMap<>();
    private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();
    private final TopicFollower follower;
    private volatile boolean complete;

    InboxView(KafkaProperties kafka) {
        follower = new TopicFollower(
                "notifier-inbox",
                kafka.buildConsumerProperties(),
                List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS, Topics.DELIVERIES),
                this::take);
    }

    @Override
    public void afterPropertiesSet() {
        follower.start();
    }

    @Override
    public void destroy() {
        follower.close();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("inbox", follower::lag).bindTo(registry);
    }

    /**
     * The inbox as far as the log has been read.
     *
     * @throws BrokerUnavailable while it has not been read once: an inbox with gaps would say that nothing happened
     */
    Inbox inbox() {
        if (!isComplete()) {
            throw new BrokerUnavailable(follower.halted());
        }
        return inbox;
    }

    /** Whether the whole log has been read once, and this can read on. */
    boolean isComplete() {
        complete = complete || follower.caughtUp();
        return complete && follower.halted() == null;
    }

    /** The latest definition of each campaign. */
    Map<String, CampaignDefined> campaigns() {
        return campaigns;
    }

    /** Tells of every alert that is raised from now on. */
    void listen(Consumer<Alert> listener) {
        listeners.add(listener);
    }

    /**
     * Waits until an acknowledgement that was written is in the inbox.
     *
     * @throws BrokerUnavailable if that takes too long
     */
    void awaitAcknowledgement(RecordMetadata written) throws InterruptedException {
        if (!follower.awaitHandled(Topics.DELIVERIES, written.partition(), written.offset(), PATIENCE)) {
            throw new BrokerUnavailable(null);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        if (record.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            Position position = new Position(record.partition(), record.offset());
            inbox.raise(Topics.THRESHOLD_EVENTS.read(value), position)
                    .ifPresent(alert -> listeners.forEach(listener -> listener.accept(alert)));
        } else if (record.topic().equals(Topics.DELIVERIES.name())) {
            if (Topics.DELIVERIES.read(value) instanceof AlertAcknowledged acknowledgement) {
                inbox.acknowledge(acknowledgement);
            }
        } else {
            CampaignDefined defined = Topics.CAMPAIGNS.read(value);
            campaigns.put(defined.campaign(), defined);
        }
    }
}
