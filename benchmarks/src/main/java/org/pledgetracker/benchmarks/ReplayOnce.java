package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.tally.topology.CaughtUp;
import org.pledgetracker.tally.topology.ConsumedPartitionLog;
import org.pledgetracker.tally.topology.CountingTopology;

/** One replay, in a JVM of its own, so that none warms up for another; says how long it took and how much memory. */
final class ReplayOnce {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, Object> broker;
    private final int cards;

    private ReplayOnce(String bootstrapServers, int cards) {
        this.broker = Map.of("bootstrap.servers", bootstrapServers);
        this.cards = cards;
    }

    /** Arguments: what replays (a {@link Contestant}), the broker, how many cards there are. */
    public static void main(String[] arguments) throws IOException {
        ReplayOnce replay = new ReplayOnce(arguments[1], Integer.parseInt(arguments[2]));
        long start = System.nanoTime();
        switch (Contestant.valueOf(arguments[0])) {
            case BARE_CONSUMER -> replay.bareConsumer();
            case PLAIN_TABLE -> replay.plainTable();
            case TALLY -> replay.tally("tally-" + start);
            case TALLY_RESTARTED -> start = replay.tallyRestarted();
        }
        System.out.println(new Outcome((System.nanoTime() - start) / 1e9, residentMegabytes()).line());
        Runtime.getRuntime().halt(0);
    }

    private void bareConsumer() {
        require(new BareConsumer().read(broker) == cards);
    }

    private void plainTable() throws IOException {
        PlainTable table = new PlainTable();
        KafkaStreams streams =
                table.streams(broker, Files.createTempDirectory("plain-table").toString());
        streams.start();
        await(() -> table.counted() >= cards);
    }

    private KafkaStreams tally(String application) throws IOException {
        CaughtUp caughtUp = new CaughtUp();
        KafkaStreams streams = new KafkaStreams(
                CountingTopology.of(new ConsumedPartitionLog(broker), caughtUp), settings(application));
        streams.start();
        await(() -> caughtUp.includes(Set.of(Partitions.of(ManyCards.CAMPAIGN))));
        return streams;
    }

    /** Counts once, stops, and starts anew: only the second time is taken. */
    private long tallyRestarted() throws IOException {
        String application = "tally-" + System.nanoTime();
        KafkaStreams first = tally(application);
        // what was read has to be committed before it counts as read
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        first.close();
        long start = System.nanoTime();
        tally(application);
        return start;
    }

    private Properties settings(String application) throws IOException {
        Properties settings = new Properties();
        settings.putAll(broker);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("tally").toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    private static void await(BooleanSupplier done) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            require(System.nanoTime() < giveUp);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("the replay did not get to its end");
        }
    }

    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** What replays the cards. */
    enum Contestant {
        BARE_CONSUMER,
        PLAIN_TABLE,
        TALLY,
        TALLY_RESTARTED
    }

    /** How it went. */
    record Outcome(double seconds, long residentMegabytes) {

        private static final String MARK = "OUTCOME";

        String line() {
            return MARK + " " + seconds + " " + residentMegabytes;
        }

        static boolean isOne(String line) {
            return line.startsWith(MARK);
        }

        static Outcome parse(String line) {
            String[] parts = line.split(" ");
            return new Outcome(Double.parseDouble(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
