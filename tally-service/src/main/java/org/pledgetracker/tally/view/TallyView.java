package org.pledgetracker.tally.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.history.History;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.LogLag;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps the latest of everything published in memory, fed from the log, so that any instance can answer. */
@Component
public class TallyView implements InitializingBean, DisposableBean, MeterBinder {

    private final Map<String, CampaignDefined> campaigns = new ConcurrentSkipListMap<>();
    private final Map<String, TallyCounted> tallies = new ConcurrentHashMap<>();
    private final Map<String, TallyReleased> releases = new ConcurrentHashMap<>();
    private final Map<String, ThresholdCrossed> crossings = new ConcurrentHashMap<>();
    private final Map<String, History> histories = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final TopicFollower follower;
    private volatile boolean complete;

    TallyView(KafkaProperties kafka) {
        follower = new TopicFollower(
                "tally-view",
                kafka.buildConsumerProperties(),
                List.of(
                        Topics.CAMPAIGNS,
                        Topics.TALLIES,
                        Topics.RELEASES,
                        Topics.TALLY_HISTORY,
                        Topics.THRESHOLD_EVENTS),
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
        new LogLag("tallies", follower::lag).bindTo(registry);
    }

    /** Whether the whole log has been read once, and this can read on. */
    public boolean isComplete() {
        complete = complete || follower.caughtUp();
        return complete && follower.halted() == null;
    }

    /**
     * All campaigns.
     *
     * @throws BrokerUnavailable while the log has not been read once: figures with gaps would be wrong figures
     */
    public Collection<CampaignDefined> campaigns() {
        requireComplete();
        return campaigns.values();
    }

    /**
     * The latest definition of a campaign.
     *
     * @throws BrokerUnavailable while the log has not been read once
     * @throws Problem if there is no such campaign
     */
    public CampaignDefined campaign(String campaign) {
        requireComplete();
        CampaignDefined defined = campaigns.get(campaign);
        if (defined == null) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "unknown-campaign",
                    "There is no such campaign",
                    "Look at the list of campaigns and choose one of those.");
        }
        return defined;
    }

    /**
     * What of a campaign's figures a member sees now.
     *
     * @throws Problem if nothing, as a GP before the campaign publishes
     */
    public Sight sight(CampaignDefined campaign, Member member, Instant now) {
        return Sight.of(
                member, campaign.definition(), now, threshold -> lastCrossing(campaign.campaign(), threshold) != null);
    }

    @Nullable
    TallyCounted tally(String campaign, String action) {
        return tallies.get(campaign + "/" + action);
    }

    @Nullable
    TallyReleased release(String campaign, String action) {
        return releases.get(campaign + "/" + action);
    }

    /** What the history says of an action, in the order of time. */
    List<TallyRecorded> history(String campaign, String action, Instant now) {
        History history = histories.get(campaign + "/" + action);
        return history == null ? List.of() : history.asOf(now);
    }

    /** The last crossing of a threshold; null before the first. */
    @Nullable
    ThresholdCrossed lastCrossing(String campaign, String threshold) {
        return crossings.get(campaign + "/" + threshold);
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    private void requireComplete() {
        if (!isComplete()) {
            throw new BrokerUnavailable(follower.halted());
        }
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        if (record.topic().equals(Topics.TALLIES.name())) {
            TallyCounted tally = Topics.TALLIES.read(value);
            tallies.put(tally.key(), tally);
            listeners.forEach(listener -> listener.counted(tally.campaign(), tally.action()));
        } else if (record.topic().equals(Topics.RELEASES.name())) {
            TallyReleased release = Topics.RELEASES.read(value);
            releases.put(release.key(), release);
            listeners.forEach(listener -> listener.released(release.campaign(), release.action()));
        } else if (record.topic().equals(Topics.TALLY_HISTORY.name())) {
            TallyRecorded recorded = Topics.TALLY_HISTORY.read(value);
            histories.computeIfAbsent(recorded.key(), key -> new History()).add(recorded);
        } else if (record.topic().equals(Topics.THRESHOLD_EVENTS.name())) {
            ThresholdCrossed crossed = Topics.THRESHOLD_EVENTS.read(value);
            crossings.put(crossed.key(), crossed);
            listeners.forEach(listener -> listener.crossed(crossed.campaign(), crossed.action()));
        } else {
            CampaignDefined defined = Topics.CAMPAIGNS.read(value);
            campaigns.put(defined.campaign(), defined);
        }
    }

    /** Hears what changes. Releases are told apart: whoever sees only those must not notice that a tally moved. */
    interface Listener {

        void counted(String campaign, String action);

        void released(String campaign, String action);

        void crossed(String campaign, String action);
    }
}
