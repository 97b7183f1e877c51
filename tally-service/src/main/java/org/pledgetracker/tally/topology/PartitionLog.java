package org.pledgetracker.tally.topology;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.Topic;

/** Looks into a partition of a topic beside the stream. */
public interface PartitionLog {

    /** The offset of the last record that stands in the partition now; −1 if it is empty. */
    long lastOffset(Topic<?> topic, int partition);

    /** Hands over every record that stands in the partition now. */
    void read(Topic<?> topic, int partition, Consumer<ConsumerRecord<byte[], byte[]>> handler);
}
