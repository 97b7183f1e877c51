package org.pledgetracker.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds transactions that neither commit nor abort: nobody who reads committed records gets past one, so a view stands still
 * although its lag is nought.
 */
public final class HangingTransactions implements AutoCloseable {

    /** Every client here gives up within a minute, and the coordinator aborts what it knows of. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final List<TopicPartition> partitions;

    /**
     * @param clientSettings how to reach the broker
     * @param topics where to look
     */
    public HangingTransactions(Map<String, Object> clientSettings, Collection<Topic<?>> topics) {
        this.admin = Admin.create(clientSettings);
        this.partitions =
                topics.stream().flatMap(HangingTransactions::partitions).toList();
    }

    /** How many have been open for five minutes; none where the broker does not tell within two seconds. */
    public OptionalLong count(Instant now) throws InterruptedException {
        long started = now.minus(LONGEST).toEpochMilli();
        DescribeProducersOptions options = new DescribeProducersOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            return OptionalLong.of(admin
                    .describeProducers(partitions, options)
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .flatMap(found -> found.activeProducers().stream())
                    .filter(producer -> isOpenSince(started, producer))
                    .count());
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static boolean isOpenSince(long millis, ProducerState producer) {
        return producer.currentTransactionStartOffset().isPresent() && producer.lastTimestamp() < millis;
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, Partitions.COUNT).mapToObj(number -> new TopicPartition(topic.name(), number));
    }
}
