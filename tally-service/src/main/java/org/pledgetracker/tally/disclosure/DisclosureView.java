package org.pledgetracker.tally.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.LogLag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Keeps the latest looks in memory; the log keeps them all. */
@Component
class DisclosureView implements InitializingBean, DisposableBean, MeterBinder {

    static final int MOST = 500;

    private final Deque<FiguresDisclosed> latest = new ArrayDeque<>();
    private final TopicFollower follower;

    DisclosureView(KafkaProperties kafka) {
        follower = new TopicFollower(
                "tally-disclosures", kafka.buildConsumerProperties(), List.of(Topics.DISCLOSURES), this::take);
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
        new LogLag("disclosures", follower::lag).bindTo(registry);
    }

    /** The latest looks, the last one first. */
    List<FiguresDisclosed> latest() {
        if (!follower.caughtUp() || follower.halted() != null) {
            throw new BrokerUnavailable(follower.halted());
        }
        synchronized (latest) {
            return latest.stream()
                    .sorted((a, b) -> b.disclosedAt().compareTo(a.disclosedAt()))
                    .toList();
        }
    }

    /** Partitions come one after the other at first, so the oldest look goes, not the one that came first. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        FiguresDisclosed disclosed = Topics.DISCLOSURES.read(record.value());
        synchronized (latest) {
            latest.add(disclosed);
            if (latest.size() > MOST) {
                latest.stream()
                        .min((a, b) -> a.disclosedAt().compareTo(b.disclosedAt()))
                        .ifPresent(latest::remove);
            }
        }
    }
}
