package org.pledgetracker.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;

/** How long it takes from a card's acknowledgement by the broker until a reader sees a tally that stands for it, at 200/s. */
public final class CardToTally {

    private static final int CARDS = 6_000;
    private static final int WARM_UP = 2_000;
    private static final Duration PACE = Duration.ofMillis(5);
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    private final RealBroker broker = RealBroker.forked();
    private final ManyCards cards = new ManyCards(10);
    /** When the card at an offset was sent, for those that no tally stands for yet. */
    private final ConcurrentNavigableMap<Long, Long> sent = new ConcurrentSkipListMap<>();

    private volatile long seen = -1;
    private final Histogram latency = new Histogram(3);

    private CardToTally() {}

    public static void main(String[] arguments) throws Exception {
        new CardToTally().run();
        System.exit(0);
    }

    private void run() throws Exception {
        cards.write(broker.clientSettings(), 0, 20_000);
        CountingStreams counting = CountingStreams.start(broker.clientSettings(), "card-to-tally");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
                TopicFollower follower = new TopicFollower(
                        "card-to-tally", broker.clientSettings(), List.of(Topics.TALLIES), this::seen)) {
            follower.start();
            send(producer);
            long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!sent.isEmpty() && System.nanoTime() < giveUp) {
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
        counting.close();
        new Report("card to tally at 200 a second")
                .add(
                        "cards measured",
                        (double) latency.getTotalCount(),
                        "",
                        sent.isEmpty() ? "all" : "SOME ARE MISSING")
                .add("p50", latency.getValueAtPercentile(50) / 1e6, "ms", "target: at most 120")
                .add("p99", latency.getValueAtPercentile(99) / 1e6, "ms", "target: at most 500")
                .print(System.out);
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 0, "acks", "all");
    }

    private void send(KafkaProducer<byte[], byte[]> producer) {
        long start = System.nanoTime();
        for (int i = 0; i < CARDS; i++) {
            LockSupport.parkNanos(start + i * PACE.toNanos() - System.nanoTime());
            long begun = System.nanoTime();
            boolean counts = i >= WARM_UP;
            // another GP's card each time, so that every one moves a tally
            var _ = producer.send(Topics.PLEDGES.record(cards.card(20_000 + i), AT), (metadata, failure) -> {
                if (failure == null && counts) {
                    sent.put(metadata.offset(), begun);
                    // its tally may have been faster than this
                    settle(seen);
                }
            });
        }
        producer.flush();
    }

    private synchronized void seen(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value != null) {
            TallyCounted tally = Topics.TALLIES.read(value);
            seen = Math.max(seen, tally.offset());
            settle(tally.offset());
        }
    }

    private synchronized void settle(long offset) {
        long now = System.nanoTime();
        sent.headMap(offset, true).forEach((at, begun) -> {
            if (sent.remove(at) != null) {
                latency.recordValue(now - begun);
            }
        });
    }
}
