package org.pledgetracker.pledge.campaign.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignKeyCreated;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.Closing;
import org.pledgetracker.pledge.log.BrokerSettings;
import org.pledgetracker.pledge.log.EventLog;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.WebKitProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Publishes definitions, each first one together with its campaign's key. The transactional id is the same in every instance:
 * one that begins later shuts out those before it, so no campaign ever gets two keys.
 */
@Component
class CampaignTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignTransaction.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Topic<?>> WRITTEN = List.of(Topics.CAMPAIGNS, Topics.CAMPAIGN_KEYS);

    private final BrokerSettings settings;
    private final WebKitProperties members;
    private final Campaigns campaigns;
    private final MasterKey masterKey;
    private final EventLog log;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    CampaignTransaction(
            BrokerSettings settings, WebKitProperties members, Campaigns campaigns, MasterKey masterKey, EventLog log) {
        this.settings = settings;
        this.members = members;
        this.campaigns = campaigns;
        this.masterKey = masterKey;
        this.log = log;
    }

    /**
     * Publishes in one transaction and waits until the views show it.
     *
     * @param wanted what to publish, asked for when the views show all that others have published
     */
    void publish(Supplier<List<Publication>> wanted) throws InterruptedException {
        // within this instance one waits for the other, instead of shutting it out
        oneAtATime.lockInterruptibly();
        try {
            publishAlone(wanted);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void publishAlone(Supplier<List<Publication>> wanted) throws InterruptedException {
        List<RecordMetadata> written;
        KafkaProducer<byte[], byte[]> producer = newProducer();
        try {
            producer.initTransactions();
            requireReadToEnd();
            written = commit(producer, wanted.get());
        } finally {
            // what is unfinished is aborted by the next one that begins
            producer.close(Duration.ZERO);
        }
        requireShown(written);
    }

    private List<RecordMetadata> commit(KafkaProducer<byte[], byte[]> producer, List<Publication> publications) {
        if (publications.isEmpty()) {
            return List.of();
        }
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        publications.forEach(publication -> sent.addAll(send(producer, publication, Instant.now())));
        producer.commitTransaction();
        return sent.stream().map(Future::resultNow).toList();
    }

    /** Not until the log ends where it ends now: a broker confirms a commit before those who read can see it. */
    private void requireShown(List<RecordMetadata> written) throws InterruptedException {
        for (RecordMetadata record : written) {
            if (!log.awaitShown(record, PATIENCE)) {
                throw new BrokerUnavailable(null);
            }
        }
    }

    private void requireReadToEnd() throws InterruptedException {
        if (!log.readToEnd(WRITTEN, PATIENCE)) {
            throw new BrokerUnavailable(null);
        }
    }

    private List<Future<RecordMetadata>> send(
            KafkaProducer<byte[], byte[]> producer, Publication publication, Instant now) {
        String id = publication.campaign();
        Optional<CampaignKeyCreated> existing = campaigns.keyOf(id);
        CampaignDefined before = campaigns.find(id).map(Campaign::defined).orElse(null);
        if (before != null && existing.isEmpty()) {
            // its key is gone, and never does a campaign get a second one
            return List.of();
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        CampaignKeyCreated key = existing.orElseGet(() -> newKey(id, now));
        if (existing.isEmpty()) {
            sent.add(producer.send(Topics.CAMPAIGN_KEYS.record(key, now)));
        }
        int version = before == null ? 1 : before.version() + 1;
        sent.add(producer.send(Topics.CAMPAIGNS.record(
                new CampaignDefined(
                        id,
                        version,
                        publication.digest(),
                        key.fingerprint(),
                        publication.definedBy(),
                        now,
                        publication.definition(),
                        Closing.of(before, publication.definition(), now)),
                now)));
        LOG.info("Publishing version {} of campaign '{}'", version, id);
        return sent;
    }

    private CampaignKeyCreated newKey(String id, Instant now) {
        CampaignKey key = CampaignKey.random();
        return new CampaignKeyCreated(id, masterKey.wrap(key, id), key.fingerprint(), now, members.membersKnownBy());
    }

    private KafkaProducer<byte[], byte[]> newProducer() {
        Map<String, Object> producer = new HashMap<>(settings.producer("pledge-service-campaigns"));
        producer.put("transactional.id", "pledge-service-campaigns");
        producer.put("transaction.timeout.ms", 10_000);
        producer.put("max.block.ms", PATIENCE.toMillis());
        return new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
