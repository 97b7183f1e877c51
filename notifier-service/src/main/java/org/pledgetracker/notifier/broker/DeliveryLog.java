package org.pledgetracker.notifier.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.delivery.DeliveryBook;
import org.pledgetracker.notifier.subscription.SubscriptionBook;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.LogLag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Keeps campaigns, crossings, subscriptions and deliveries in memory, fed from the log. */
@Component
public class DeliveryLog implements InitializingBean, DisposableBean, MeterBinder {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DeliveryBook book = new DeliveryBook();
    private final SubscriptionBook subscriptions = new SubscriptionBook();
    private final Map<String, CampaignDefined> campaigns = new ConcurrentHashMap<>();
    private final TopicFollower follower;
    private final Admin admin;
    private volatile boolean complete;

    DeliveryLog(KafkaProperties kafka) {
        admin = Admin.create(kafka.buildAdminProperties());
        follower = new TopicFollower(
                "notifier-deliveries-log",
                kafka.buildConsumerProperties(),
                List.of(Topics.CAMPAIGNS, Topics.THRESHOLD_EVENTS, Topics.SUBSCRIPTIONS, Topics.DELIVERIES),
                this::take);
    }

    @Override
    public void afterPropertiesSet() {
        follower.start();
    }

    @Override
    public void destroy() {
        follower.close();
        admin.close(Duration.ZERO);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("deliveries", follower::lag).bindTo(registry);
    }

    /** How deliveries stand, as far as the log has been read. */
    public DeliveryBook book() {
        return book;
    }

    /**
     * The subscriptions, as far as the log has been read.
     *
     * @throws BrokerUnavailable while it has not been read once
     */
    public SubscriptionBook subscriptions() {
        if (!isComplete()) {
            throw new BrokerUnavailable(follower.halted());
        }
        return subscriptions;
    }

    /** The latest definition of each campaign. */
    public Map<String, CampaignDefined> campaigns() {
        return campaigns;
    }

    /** Whether the whole log has been read once, and this can read on. */
    public boolean isComplete() {
        complete = complete || follower.caughtUp();
        return complete && follower.halted() == null;
    }

    /**
     * Waits until a record that was written is in here.
     *
     * @throws BrokerUnavailable if that takes too long
     */
    public void awaitHandled(Topic<?> topic, int partition, long offset) throws InterruptedException {
        if (!follower.awaitHandled(topic, partition, offset, PATIENCE)) {
            throw new BrokerUnavailable(follower.halted());
        }
    }

    /** Waits until every crossing and every delivery that stands in this partition now is in here. */
    public void awaitPartition(int partition) throws InterruptedException {
        awaitEnds(Topics.DELIVERIES, IntStream.of(partition));
        awaitEnds(Topics.THRESHOLD_EVENTS, IntStream.of(partition));
    }

    /** Waits until everything that the topic holds now, on these partitions, is in here. */
    private void awaitEnds(Topic<?> topic, IntStream partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest()));
        try {
            var ends = admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (var end : ends.entrySet()) {
                awaitHandled(topic, end.getKey().partition(), end.getValue().offset() - 1);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the ends of the log could not be read", e);
        }
    }

    /** Waits until every subscription that was acknowledged before now is in here. */
    public void awaitSubscriptions() throws InterruptedException {
        awaitEnds(Topics.SUBSCRIPTIONS, IntStream.range(0, Partitions.COUNT));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            takeErasure(record);
        } else if (record.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            book.crossed(Topics.THRESHOLD_EVENTS.read(value), record.partition(), record.offset());
        } else if (record.topic().equals(Topics.SUBSCRIPTIONS.name())) {
            subscriptions.take(Topics.SUBSCRIPTIONS.read(value), record.offset());
        } else if (record.topic().equals(Topics.CAMPAIGNS.name())) {
            CampaignDefined defined = Topics.CAMPAIGNS.read(value);
            campaigns.put(defined.campaign(), defined);
        } else {
            switch (Topics.DELIVERIES.read(value)) {
                case AlertRaised raised -> book.raised(raised);
                case DeliveryEvent event -> book.stands(event, record.offset());
                case AlertAcknowledged acknowledged -> {
                    // the inbox's
                }
            }
        }
    }

    private void takeErasure(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.topic().equals(Topics.SUBSCRIPTIONS.name())) {
            subscriptions.erased(key, record.offset());
        } else if (record.topic().equals(Topics.DELIVERIES.name())) {
            book.erased(key, record.offset());
        }
    }
}
