package org.pledgetracker.pledge.pledging.released;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.log.BrokerSettings;
import org.pledgetracker.webkit.LogLag;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The latest release of every action, and which thresholds were ever reached, in memory. It follows their topics apart from the
 * event log: tally-service makes those topics, and pledges are taken whether it runs or not.
 */
@Component
public class Releases implements SmartLifecycle, MeterBinder {

    private final Map<String, TallyReleased> latest = new ConcurrentHashMap<>();
    private final Set<CrossedThreshold> everReached = ConcurrentHashMap.newKeySet();
    private final TopicFollower follower;
    private volatile boolean running;

    Releases(BrokerSettings settings) {
        this.follower = new TopicFollower(
                "pledge-service-releases",
                settings.client(),
                List.of(Topics.RELEASES, Topics.THRESHOLD_EVENTS),
                this::take);
    }

    /**
     * What a campaign's GPs may see now.
     *
     * @return by action; empty before the campaign publishes
     */
    public Map<String, TallyReleased> shown(Campaign campaign, Instant now) {
        if (!isPublished(campaign, now) || follower.halted() != null) {
            return Map.of();
        }
        return campaign.definition().actions().stream()
                .map(action -> latest.get(campaign.id() + "/" + action.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(TallyReleased::action, Function.identity()));
    }

    /** Whether a campaign's GPs may see its released figures now. */
    public boolean isPublished(Campaign campaign, Instant now) {
        return campaign.definition()
                .isPublishedAt(now, threshold -> everReached.contains(new CrossedThreshold(campaign.id(), threshold)));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("releases", follower::lag).bindTo(registry);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        if (record.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            ThresholdCrossed crossed = Topics.THRESHOLD_EVENTS.read(value);
            // whatever was lost had been reached before
            everReached.add(new CrossedThreshold(crossed.campaign(), crossed.threshold()));
        } else {
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

    private record CrossedThreshold(String campaign, String threshold) {}
}
