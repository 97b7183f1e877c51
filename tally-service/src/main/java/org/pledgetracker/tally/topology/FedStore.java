package org.pledgetracker.tally.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that is fed from a topic itself and has no changelog: the same code takes a record live and when the
 * store is restored.
 */
abstract class FedStore implements StateStore {

    private final String name;
    private boolean open;
    private long lastOffset = -1;

    FedStore(String name) {
        this.name = name;
    }

    /** Forgets everything. */
    abstract void clear();

    /** Takes the latest value under a key. */
    abstract void take(byte @Nullable [] key, byte @Nullable [] value, long offset);

    final void apply(byte @Nullable [] key, byte @Nullable [] value, long offset) {
        take(key, value, offset);
        lastOffset = offset;
    }

    /** The offset of the last record that was taken, −1 before the first. */
    final long lastOffset() {
        return lastOffset;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void init(StateStoreContext context, StateStore root) {
        forget();
        // the public callbacks do not tell offsets
        RecordBatchingStateRestoreCallback restore = records -> {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                apply(record.key(), record.value(), record.offset());
            }
        };
        context.register(root, restore);
        open = true;
    }

    @Override
    public final void close() {
        open = false;
        forget();
    }

    @Override
    public void flush() {
        // there is nothing behind it
    }

    @Override
    public final boolean persistent() {
        return false;
    }

    @Override
    public final boolean isOpen() {
        return open;
    }

    private void forget() {
        lastOffset = -1;
        clear();
    }
}
