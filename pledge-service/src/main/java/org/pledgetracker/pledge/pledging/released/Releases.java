package org.pledgetracker.pledge.pledging.released;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.log.BrokerSettings;
import org.pledgetracker.webkit.LogLag;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The latest release of every action, in memory. It follows its topic apart from the event log: tally-service makes that
 * topic, and pledges are taken whether it runs or not.
 */
@Component
public class Releases implements SmartLifecycle, MeterBinder {

    private final Map<String, TallyReleased> latest = new ConcurrentHashMap<>();
    private final TopicFollower follower;
    private volatile boolean running;

    Releases(BrokerSettings settings) {
        this.follower =
                new TopicFollower("pledge-service-releases", settings.client(), List.of(Topics.RELEASES), this::take);
    }

    /**
     * What a campaign's GPs may see now.
     *
     * @return by action; empty before the campaign publishes
     */
    public Map<String, TallyReleased> shown(Campaign campaign, Instant now) {
        if (!campaign.definition().isPublishedAt(now) || follower.halted() != null) {
            return Map.of();
        }
        return campaign.definition().actions().stream()
                .map(action -> latest.get(campaign.id() + "/" + action.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(TallyReleased::action, Function.identity()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("releases", follower::lag).bindTo(registry);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value != null) {
            TallyReleased release = Topics.RELEASES.read(value);
            latest.put(release.key(), release);
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
