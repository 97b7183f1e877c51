package org.pledgetracker.notifier.delivering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Channel;
import org.pledgetracker.notifier.delivery.DeliveryBook;
import org.pledgetracker.notifier.delivery.DeliveryBook.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the deliveries of one channel: four at once at most, and one to any one address, so that neither a dead channel nor a
 * dead address keeps the others waiting. An attempt is in flight until the log has its outcome.
 */
final class ChannelWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelWorkers.class);
    private static final int IN_FLIGHT = 4;
    private static final long GLANCE_MILLIS = 50;
    private static final long REFRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final Channel channel;
    private final DeliveryBook book;
    private final PartitionOwnership ownership;
    private final Consumer<Standing> attempt;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final Semaphore finished = new Semaphore(0);
    private final Set<String> busyAddresses = ConcurrentHashMap.newKeySet();
    private final Deque<Standing> due = new ArrayDeque<>();
    private final Thread thread;
    private long refreshed;
    private volatile boolean stopped;

    /** @param attempt makes one attempt, and returns when its outcome is in the log or never will be */
    ChannelWorkers(Channel channel, DeliveryBook book, PartitionOwnership ownership, Consumer<Standing> attempt) {
        this.channel = channel;
        this.book = book;
        this.ownership = ownership;
        this.attempt = attempt;
        this.refreshed = System.nanoTime() - REFRESH_NANOS;
        this.thread = Thread.ofVirtual().name("notifier-" + channel.wireName()).start(this::run);
    }

    /** Starts no more attempts, and waits for those in flight. */
    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            boolean allDone = free.tryAcquire(IN_FLIGHT, 5, TimeUnit.SECONDS);
            LOG.debug("{} stopped, all done: {}", channel, allDone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                free.acquire();
                Standing next = next();
                if (next == null) {
                    free.release();
                    awaitNews();
                } else {
                    Thread.ofVirtual().start(() -> make(next));
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", channel);
        }
    }

    /** Something new is looked for now and then; an address that is free again may have the next at once. */
    private void awaitNews() throws InterruptedException {
        if (finished.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            finished.drainPermits();
        }
    }

    private void make(Standing next) {
        try {
            attempt.accept(next);
        } catch (RuntimeException e) {
            // its message may hold an address
            LOG.error(
                    "An attempt over {} ended with {}",
                    channel.wireName(),
                    e.getClass().getName());
        } finally {
            busyAddresses.remove(address(next));
            free.release();
            finished.release();
        }
    }

    /** The next that is due, to an address that nothing is in flight to; null if there is none now. */
    private @Nullable Standing next() {
        if (due.isEmpty() || System.nanoTime() - refreshed > REFRESH_NANOS) {
            due.clear();
            due.addAll(book.due(
                    channel,
                    partition -> ownership.ready(partition).isPresent(),
                    InstantSource.system().instant()));
            refreshed = System.nanoTime();
        }
        for (Iterator<Standing> waiting = due.iterator(); waiting.hasNext(); ) {
            Standing found = waiting.next();
            if (busyAddresses.add(address(found))) {
                waiting.remove();
                // may have been delivered with another while its address was busy
                if (stillStands(found)) {
                    return found;
                }
                busyAddresses.remove(address(found));
            }
        }
        return null;
    }

    private boolean stillStands(Standing found) {
        return book.standing(found.latest().key()).filter(found::equals).isPresent();
    }

    private static String address(Standing standing) {
        return standing.latest().delivery().address();
    }
}
