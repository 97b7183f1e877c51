package org.pledgetracker.pledge.campaign.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.pledge.campaign.CampaignReading;
import org.pledgetracker.pledge.campaign.Fault;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes every campaign file whose text was never published before; refuses those that are faulty. */
@Component
class PublishCampaigns {

    private static final Logger LOG = LoggerFactory.getLogger(PublishCampaigns.class);

    private final CampaignFolder folder;
    private final Campaigns campaigns;
    private final RefusedFiles refused;
    private final CampaignTransaction transaction;
    private final EventLog log;

    PublishCampaigns(
            CampaignFolder folder,
            Campaigns campaigns,
            RefusedFiles refused,
            CampaignTransaction transaction,
            EventLog log) {
        this.folder = folder;
        this.campaigns = campaigns;
        this.refused = refused;
        this.transaction = transaction;
        this.log = log;
    }

    /** Looks at the folder again; what cannot be published now is tried the next time. */
    @Scheduled(
            initialDelayString = "${pledge-tracker.campaigns.check-every:PT10S}",
            fixedDelayString = "${pledge-tracker.campaigns.check-every:PT10S}")
    synchronized void publish() throws InterruptedException {
        if (!log.isFollowed()) {
            return;
        }
        try {
            if (!wanted().isEmpty()) {
                // what is wanted is decided again once nobody else can publish
                transaction.publish(this::wanted);
            }
        } catch (KafkaException | BrokerUnavailable e) {
            LOG.warn("Campaigns could not be published, trying again soon: {}", e.toString());
        }
    }

    private List<Publication> wanted() {
        Instant now = Instant.now();
        List<Publication> wanted = new ArrayList<>();
        for (CampaignFile file : folder.read()) {
            switch (file.reading()) {
                case CampaignReading.Faulty faulty -> refused.refuse(file.name(), faulty.faults());
                case CampaignReading.Read read -> {
                    if (campaigns.hasSeen(file.campaign(), read.digest())) {
                        refused.accept(file.name());
                    } else {
                        accepted(file, read, now).ifPresent(wanted::add);
                    }
                }
            }
        }
        return wanted;
    }

    private Optional<Publication> accepted(CampaignFile file, CampaignReading.Read read, Instant now) {
        List<Fault> faults = Acceptance.faults(campaigns.find(file.campaign()), read.definition(), now);
        if (!faults.isEmpty()) {
            refused.refuse(file.name(), faults);
            return Optional.empty();
        }
        refused.accept(file.name());
        return Optional.of(new Publication(file.campaign(), "file " + file.name(), read.definition(), read.digest()));
    }
}
