package org.pledgetracker.tally.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands every record of a source to the store that is fed from it. */
final class Feed extends ContextualProcessor<byte[], byte[], Void, Void> {

    private final String storeName;

    Feed(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        FedStore store = context().getStateStore(storeName);
        store.apply(
                record.key(),
                record.value(),
                context().recordMetadata().orElseThrow().offset());
    }
}
