package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;

/** One task for each partition, over the definitions and the cards of its campaigns. */
public final class CountingTopology {

    private static final String DECIDE = "decide";

    private CountingTopology() {}

    /**
     * The topology.
     *
     * @param log looks into topics beside the stream
     * @param caughtUp is told which partitions have caught up
     * @param crossed is told of each crossing once it has been handed to the producer
     */
    public static Topology of(PartitionLog log, CaughtUp caughtUp, Consumer<ThresholdCrossed> crossed) {
        Topology topology = new Topology();
        feed(topology, Topics.CAMPAIGNS, DefinitionsStore.NAME, DefinitionsStore::new);
        feed(topology, Topics.PLEDGES, CardsStore.NAME, CardsStore::new);
        topology.addProcessor(
                DECIDE, () -> new Decide(log, caughtUp, crossed), source(Topics.CAMPAIGNS), source(Topics.PLEDGES));
        topology.connectProcessorAndStateStores(DECIDE, DefinitionsStore.NAME, CardsStore.NAME);
        topology.addStateStore(standing(), DECIDE);
        List.of(
                        Topics.TALLIES.name(),
                        Topics.RELEASES.name(),
                        Topics.THRESHOLD_EVENTS.name(),
                        Topics.TALLY_HISTORY.name(),
                        Topics.PLEDGES_DEAD_LETTERS)
                .forEach(topic -> topology.addSink(
                        sink(topic),
                        topic,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        (name, key, value, count) -> Optional.of(Set.of(partition(key))),
                        DECIDE));
        return topology;
    }

    static String sink(String topic) {
        return topic + "-sink";
    }

    /** Records reach the store's processor first, then {@code decide}: children are called in the order they are added. */
    private static <S extends FedStore> void feed(
            Topology topology, Topic<?> topic, String storeName, Supplier<S> store) {
        topology.addReadOnlyStateStore(
                new FedStoreBuilder<>(storeName, store),
                source(topic),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "feed-" + storeName,
                () -> new Feed(storeName));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> standing() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Memory.NAME), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    private static String source(Topic<?> topic) {
        return topic.name() + "-source";
    }

    private static int partition(byte[] key) {
        return key == null ? 0 : Partitions.of(new String(key, UTF_8));
    }
}
