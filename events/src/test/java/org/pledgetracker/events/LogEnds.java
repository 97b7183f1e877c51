package org.pledgetracker.events;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records were ever written to a topic. */
public final class LogEnds {

    private LogEnds() {}

    public static long of(Topic<?> topic) {
        return of(RealBroker.get(), topic.name());
    }

    public static long of(RealBroker broker, String topic) {
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, Partitions.COUNT)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(broker.clientSettings())) {
            return admin.listOffsets(wanted).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
