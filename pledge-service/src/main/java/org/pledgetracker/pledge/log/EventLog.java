package org.pledgetracker.pledge.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.LogLag;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Feeds all views from the event log, and knows how far they are. */
@Component
public class EventLog implements SmartLifecycle, MeterBinder {

    private final Map<String, Object> client;
    private final Map<String, LogView> views;
    private final TopicFollower follower;
    private volatile boolean running;

    EventLog(BrokerSettings settings, List<LogView> views) {
        this.client = settings.client();
        this.views = views.stream()
                .flatMap(view -> view.topics().stream().map(topic -> Map.entry(topic.name(), view)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Topic<?>> topics =
                views.stream().flatMap(view -> view.topics().stream()).toList();
        this.follower = new TopicFollower("pledge-service-log", client, topics, this::take);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("pledges", follower::lag).bindTo(registry);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        LogView view = views.get(record.topic());
        if (view != null) {
            view.take(record);
        }
    }

    /** Whether the views show everything that is in the log. */
    public boolean isFollowed() {
        return follower.caughtUp() && follower.halted() == null;
    }

    /**
     * Refuses to answer from views that may lack something.
     *
     * @throws BrokerUnavailable if they may
     */
    public void requireFollowed() {
        if (!isFollowed()) {
            throw new BrokerUnavailable(follower.halted());
        }
    }

    /** Waits until {@link #isFollowed}; false if that took longer than the patience given. */
    public boolean awaitFollowed(Duration patience) throws InterruptedException {
        return follower.awaitCaughtUp(patience) && follower.halted() == null;
    }

    /**
     * Waits until everything that is in these topics now has reached the views.
     *
     * @return false if that took longer than the patience given
     */
    public boolean readToEnd(List<Topic<?>> topics, Duration patience) throws InterruptedException {
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                ends(topics, patience).entrySet()) {
            Topic<?> topic = topics.stream()
                    .filter(t -> t.name().equals(end.getKey().topic()))
                    .findFirst()
                    .orElseThrow();
            long last = end.getValue().offset() - 1;
            if (last >= 0 && !follower.awaitHandled(topic, end.getKey().partition(), last, patience)) {
                return false;
            }
        }
        return true;
    }

    /** Waits until a record that was written has reached its view; false if that took longer than the patience given. */
    public boolean awaitShown(RecordMetadata written, Duration patience) throws InterruptedException {
        return follower.awaitHandled(written, patience);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<Topic<?>> topics, Duration patience)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = topics.stream()
                .flatMap(topic -> IntStream.range(0, Partitions.COUNT)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsOptions options =
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs((int) patience.toMillis());
        try (Admin admin = Admin.create(client)) {
            return admin.listOffsets(wanted, options).all().get();
        } catch (ExecutionException e) {
            throw new BrokerUnavailable(e);
        }
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
