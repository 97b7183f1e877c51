package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pledgetracker.events.Event;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.deciding.Decision;
import org.pledgetracker.tally.deciding.Standing;
import org.pledgetracker.tally.threshold.Latch;
import tools.jackson.databind.json.JsonMapper;

/**
 * The standing of every campaign of a partition, kept in a store whose changelog commits together with what was published:
 * so nothing is published twice and nothing is left out, whenever this is killed.
 */
final class Memory {

    static final String NAME = "standing";

    private static final String SEEDED = "~seeded";
    private static final String TALLY = "tally:";
    private static final String RELEASE = "release:";
    private static final String RECORD = "record:";
    private static final String LATCH = "latch:";
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Standing> standings = new HashMap<>();

    Memory(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Standing standing(String campaign) {
        return standings.computeIfAbsent(campaign, this::load);
    }

    void remember(String campaign, Decision decision) {
        decision.tallies().forEach(tally -> store.put(TALLY + tally.key(), json(Topics.TALLIES, tally)));
        decision.releases().forEach(release -> store.put(RELEASE + release.key(), json(Topics.RELEASES, release)));
        decision.records().forEach(record -> store.put(RECORD + record.key(), json(Topics.TALLY_HISTORY, record)));
        decision.latches().forEach((threshold, latch) -> put(campaign, threshold, latch));
        standings.put(campaign, standing(campaign).after(decision));
    }

    /**
     * Takes up what was published before, if this knows nothing: someone reset the application. Else every threshold that
     * is reached would be announced again.
     */
    void seed(PartitionLog log, int partition) {
        if (store.get(SEEDED) != null) {
            return;
        }
        log.read(Topics.THRESHOLD_EVENTS, partition, record -> {
            ThresholdCrossed crossed = Topics.THRESHOLD_EVENTS.read(record.value());
            put(crossed.campaign(), crossed.threshold(), Latch.after(crossed));
        });
        takeUp(log, Topics.RELEASES, RELEASE, partition);
        takeUp(log, Topics.TALLY_HISTORY, RECORD, partition);
        store.put(SEEDED, new byte[0]);
    }

    private void takeUp(PartitionLog log, Topic<?> topic, String kind, int partition) {
        log.read(topic, partition, record -> store.put(kind + new String(record.key(), UTF_8), record.value()));
    }

    private void put(String campaign, String threshold, Latch latch) {
        store.put(LATCH + campaign + "/" + threshold, JSON.writeValueAsBytes(latch));
    }

    private Standing load(String campaign) {
        Map<String, TallyCounted> tallies = new HashMap<>();
        Map<String, TallyReleased> releases = new HashMap<>();
        Map<String, TallyRecorded> records = new HashMap<>();
        Map<String, Latch> latches = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                String key = entry.key;
                String id = key.substring(key.indexOf('/') + 1);
                if (key.startsWith(TALLY + campaign + "/")) {
                    tallies.put(id, Topics.TALLIES.read(entry.value));
                } else if (key.startsWith(RELEASE + campaign + "/")) {
                    releases.put(id, Topics.RELEASES.read(entry.value));
                } else if (key.startsWith(RECORD + campaign + "/")) {
                    records.put(id, Topics.TALLY_HISTORY.read(entry.value));
                } else if (key.startsWith(LATCH + campaign + "/")) {
                    latches.put(id, JSON.readValue(entry.value, Latch.class));
                }
            });
        }
        return new Standing(tallies, releases, records, latches);
    }

    private static <E extends Event> byte[] json(Topic<E> topic, E event) {
        return topic.record(event, Instant.EPOCH).value();
    }
}
