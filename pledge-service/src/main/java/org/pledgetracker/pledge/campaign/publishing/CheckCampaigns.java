package org.pledgetracker.pledge.campaign.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At start: refuses keys that do not fit and files that no good definition stands behind, then publishes what is new. */
@Component
class CheckCampaigns implements ApplicationRunner {

    private final CampaignFolder folder;
    private final Campaigns campaigns;
    private final PublishCampaigns publishing;
    private final EventLog log;
    private final InstantSource clock;
    private final boolean strict;
    private final Duration patience;

    CheckCampaigns(
            CampaignFolder folder,
            Campaigns campaigns,
            PublishCampaigns publishing,
            EventLog log,
            InstantSource clock,
            @Value("${pledge-tracker.campaigns.strict:true}") boolean strict,
            @Value("${pledge-tracker.kafka.patience-at-start:PT10S}") Duration patience) {
        this.folder = folder;
        this.campaigns = campaigns;
        this.publishing = publishing;
        this.log = log;
        this.clock = clock;
        this.strict = strict;
        this.patience = patience;
    }

    /** @throws CannotStart with everything that is wrong */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        boolean followed = log.awaitFollowed(patience);
        List<String> keyFaults = campaigns.keyFaults();
        if (!keyFaults.isEmpty()) {
            throw new CannotStart(
                    String.join(System.lineSeparator(), keyFaults),
                    "Configure the master key, the issuer and the member claim that this log was written with, or restore the "
                            + "topic campaign-keys.");
        }
        if (followed) {
            refuseLostKeys();
        }
        if (strict) {
            refuseFaultyFiles();
        }
        if (followed) {
            publishing.publish();
        }
    }

    private void refuseLostKeys() {
        List<String> lost = campaigns.withoutKey(clock.instant());
        if (!lost.isEmpty()) {
            throw new CannotStart(
                    "The topic campaign-keys holds no key of " + String.join(", ", lost)
                            + ": without it no GP's card is found, and with a new one every GP would count twice.",
                    "Restore the topic campaign-keys from a backup.");
        }
    }

    private void refuseFaultyFiles() {
        List<String> refusals = folder.read().stream()
                .filter(file -> !file.faults().isEmpty())
                .filter(file -> campaigns.find(file.campaign()).isEmpty())
                .map(file -> file.name() + RefusedFiles.inLines(file.faults()))
                .toList();
        if (!refusals.isEmpty()) {
            throw new CannotStart(
                    "There are faults in campaign files that no good earlier definition stands behind:"
                            + System.lineSeparator() + String.join(System.lineSeparator(), refusals),
                    "Correct them; campaigns/README.md explains every field.");
        }
    }
}
