package org.pledgetracker.pledge.retention.erasing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.pledge.log.Recorder;
import org.pledgetracker.pledge.pledging.recording.EraseCards;
import org.pledgetracker.pledge.retention.Retention;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases expired cards, and destroys the key of a campaign once all its cards are erased. Every instance does so: erasing twice
 * changes nothing. A card that was written too late is erased the next time, for which no key is needed.
 */
@Component
class EraseExpired {

    private static final Logger LOG = LoggerFactory.getLogger(EraseExpired.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Campaigns campaigns;
    private final EraseCards cards;
    private final Recorder recorder;
    private final EventLog log;
    private final InstantSource clock;

    EraseExpired(Campaigns campaigns, EraseCards cards, Recorder recorder, EventLog log, InstantSource clock) {
        this.campaigns = campaigns;
        this.cards = cards;
        this.recorder = recorder;
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${pledge-tracker.retention.check-every:PT10M}",
            fixedDelayString = "${pledge-tracker.retention.check-every:PT10M}")
    void erase() throws InterruptedException {
        erase(clock.instant());
    }

    /** Does what is due by then; what cannot be done now is tried the next time. */
    void erase(Instant now) throws InterruptedException {
        try {
            // what others have recorded until now is looked at too, so that nobody's answer is overlooked
            if (log.isFollowed() && isAnythingDue(now) && readToEnd()) {
                campaigns.all().forEach(campaign -> erase(campaign, new Retention(campaign.defined(), now)));
            }
        } catch (BrokerUnavailable e) {
            LOG.warn("Not everything that is due could be erased, trying again soon: {}", e.getMessage());
        }
    }

    private boolean readToEnd() throws InterruptedException {
        return log.readToEnd(List.of(Topics.CAMPAIGNS, Topics.CAMPAIGN_KEYS, Topics.PLEDGES), PATIENCE);
    }

    private boolean isAnythingDue(Instant now) {
        return campaigns.all().stream().anyMatch(campaign -> {
            Retention retention = new Retention(campaign.defined(), now);
            return cards.isThereOne(campaign.id(), retention::hasExpired)
                    || (retention.isOver() && campaigns.holdsKey(campaign.id()));
        });
    }

    private void erase(Campaign campaign, Retention retention) {
        if (cards.isThereOne(campaign.id(), retention::hasExpired)) {
            cards.eraseAll(campaign.id(), retention::hasExpired, retention.now());
            LOG.info(
                    "Erased {} of campaign '{}'",
                    retention.isOver() ? "all cards" : "the cards of those who did not agree to the new text",
                    campaign.id());
        }
        if (retention.isOver() && campaigns.holdsKey(campaign.id())) {
            Instant hour = retention.now().truncatedTo(ChronoUnit.HOURS);
            recorder.record(Topics.CAMPAIGN_KEYS.tombstone(campaign.id(), hour));
            LOG.info("Destroyed the key of campaign '{}'", campaign.id());
        }
    }
}
