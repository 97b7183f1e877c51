package org.pledgetracker.notifier.inbox;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.notifier.alert.Alert;

/** What waits to be sent to one client: bounded, and a client that lets it overflow is dropped. */
final class LiveClient {

    private static final int CAPACITY = 256;

    private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean dropped;

    void offer(Alert alert) {
        if (!waiting.offer(alert)) {
            drop();
        }
    }

    /** It comes back by itself and resumes where it was. */
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    /** The next alert; null if none came in time. */
    @Nullable
    Alert next(long patienceMillis) throws InterruptedException {
        return waiting.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }
}
