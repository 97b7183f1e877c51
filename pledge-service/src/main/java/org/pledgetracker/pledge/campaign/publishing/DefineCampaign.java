package org.pledgetracker.pledge.campaign.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.pledge.campaign.CampaignReader;
import org.pledgetracker.pledge.campaign.CampaignReading;
import org.pledgetracker.pledge.campaign.Changes;
import org.pledgetracker.pledge.campaign.Fault;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.stereotype.Component;

/** Takes what an organiser says of a campaign: by the same rules as files, and never twice from the same version. */
@Component
public class DefineCampaign {

    private final Campaigns campaigns;
    private final CampaignTransaction transaction;
    private final EventLog log;

    DefineCampaign(Campaigns campaigns, CampaignTransaction transaction, EventLog log) {
        this.campaigns = campaigns;
        this.transaction = transaction;
        this.log = log;
    }

    /** What would come of a definition, without publishing it: never {@link Defining.Defined}. */
    public Defining check(String id, String text, IntPredicate expected) {
        log.requireFollowed();
        return decide(id, read(id, text), expected, Instant.now());
    }

    /**
     * Publishes a definition, once the views show it.
     *
     * @param text YAML with the electorate's table in it
     * @param expected whether the version that stands (0 for none) is one that this text may follow
     * @param definedBy the organiser's handle
     * @return never {@link Defining.Acceptable}
     * @throws BrokerUnavailable if the broker did not confirm it in time: it may have been published all the same
     */
    public Defining define(String id, String text, IntPredicate expected, String definedBy) {
        CampaignReading reading = read(id, text);
        Defining first = check(id, text, expected);
        if (!(first instanceof Defining.Acceptable) || !(reading instanceof CampaignReading.Read read)) {
            return first;
        }
        AtomicReference<Defining> decided = new AtomicReference<>(first);
        publish(() -> {
            // decided again once nobody else can publish
            Defining now = decide(id, read, expected, Instant.now());
            decided.set(now);
            return now instanceof Defining.Acceptable && changes(id, read)
                    ? List.of(new Publication(id, definedBy, read.definition(), read.digest()))
                    : List.of();
        });
        return decided.get() instanceof Defining.Acceptable ? defined(id) : decided.get();
    }

    private Defining defined(String id) {
        return new Defining.Defined(campaigns.find(id).orElseThrow());
    }

    private static CampaignReading read(String id, String text) {
        return CampaignId.isOne(id)
                ? CampaignReader.read(text, file -> Optional.empty())
                : new CampaignReading.Faulty(
                        List.of(new Fault("campaign", "'" + id + "' is not an id: " + CampaignId.RULE)));
    }

    private Defining decide(String id, CampaignReading reading, IntPredicate expected, Instant now) {
        Optional<Campaign> before = campaigns.find(id);
        int version = before.map(campaign -> campaign.defined().version()).orElse(0);
        if (!expected.test(version)) {
            return new Defining.Stale(version);
        }
        return switch (reading) {
            case CampaignReading.Faulty faulty -> new Defining.Faulty(faulty.faults());
            case CampaignReading.Read read -> {
                List<Fault> faults = Acceptance.faults(before, read.definition(), now);
                yield faults.isEmpty()
                        ? new Defining.Acceptable(
                                before.map(standing -> Changes.between(standing.definition(), read.definition()))
                                        .orElse(List.of()))
                        : new Defining.Faulty(faults);
            }
        };
    }

    private boolean changes(String id, CampaignReading.Read read) {
        return campaigns
                .find(id)
                .map(standing -> !standing.definition().equals(read.definition()))
                .orElse(true);
    }

    private void publish(Supplier<List<Publication>> wanted) {
        try {
            transaction.publish(wanted);
        } catch (KafkaException e) {
            throw new BrokerUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(e);
        }
    }
}
