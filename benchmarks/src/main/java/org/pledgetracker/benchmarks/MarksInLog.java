package org.pledgetracker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.pledge.pseudonym.Pledger;

/** Which versions of which GPs' cards the log holds, by the marks that their GPs were given. */
final class MarksInLog {

    private static final int PARTITION = Partitions.of(AcceptingService.CAMPAIGN);

    private final Map<String, Object> broker;
    private final String issuer;
    private final int gps;

    MarksInLog(Map<String, Object> broker, String issuer, int gps) {
        this.broker = broker;
        this.issuer = issuer;
        this.gps = gps;
    }

    /** One version of one GP's card. */
    static String version(int gp, String mark) {
        return gp + " " + mark;
    }

    /** All versions that are in the log. */
    Set<String> read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            CampaignKey key = key(consumer);
            Map<String, Integer> byPledger = new HashMap<>();
            for (int gp = 0; gp < gps; gp++) {
                byPledger.put(key.pledger(issuer, CardRequests.subject(gp)).name(), gp);
            }
            Set<String> versions = new HashSet<>();
            read(consumer, Topics.PLEDGES.name(), record -> {
                String text = new String(record.key(), StandardCharsets.UTF_8);
                Integer gp = byPledger.get(text.substring(text.indexOf('/') + 1));
                if (gp != null) {
                    Pledger pledger = key.pledger(issuer, CardRequests.subject(gp));
                    versions.add(version(gp, key.mark(pledger, record.offset())));
                }
            });
            return versions;
        }
    }

    private static CampaignKey key(KafkaConsumer<byte[], byte[]> consumer) {
        Set<String> wrapped = new HashSet<>();
        read(
                consumer,
                Topics.CAMPAIGN_KEYS.name(),
                record -> wrapped.add(Topics.CAMPAIGN_KEYS.read(record.value()).wrappedKey()));
        return MasterKey.of(AcceptingService.MASTER_KEY)
                .unwrap(wrapped.iterator().next(), AcceptingService.CAMPAIGN);
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            String topic,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> take) {
        List<TopicPartition> partition = List.of(new TopicPartition(topic, PARTITION));
        consumer.assign(partition);
        consumer.seekToBeginning(partition);
        long end = consumer.endOffsets(partition).getOrDefault(partition.getFirst(), 0L);
        while (consumer.position(partition.getFirst()) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(take);
        }
    }
}
