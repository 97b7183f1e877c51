package org.pledgetracker.pledge.log;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pledgetracker.events.Topic;

/** Something kept in memory that is fed from whole topics. */
public interface LogView {

    /** What it is fed from. */
    List<Topic<?>> topics();

    /** Takes a record of one of its topics; may be handed a record again. */
    void take(ConsumerRecord<byte[], byte[]> record);
}
