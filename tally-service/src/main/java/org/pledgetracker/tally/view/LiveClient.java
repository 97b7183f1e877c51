package org.pledgetracker.tally.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which actions one client has yet to hear of: bounded by the actions there are, however slowly it reads. It remembers what
 * it was told, since it must not hear that something moved which it does not see.
 */
final class LiveClient {

    private final String campaign;
    private final Sight sight;
    private final Map<String, String> told = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition marked = lock.newCondition();
    private final Set<String> waiting = new TreeSet<>();

    LiveClient(String campaign, Sight sight) {
        this.campaign = campaign;
        this.sight = sight;
    }

    String campaign() {
        return campaign;
    }

    Sight sight() {
        return sight;
    }

    /** Whether this is news about a subject; asked once about each, by the thread that writes. */
    boolean isNews(String subject, String text) {
        return !text.equals(told.put(subject, text));
    }

    /** Whether it wants to hear of exact or of released figures of that campaign. */
    boolean follows(String itsCampaign, boolean itsExact) {
        return campaign.equals(itsCampaign) && sight.exact() == itsExact;
    }

    void mark(String action) {
        lock.lock();
        try {
            waiting.add(action);
            marked.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is waiting; empty if nothing came in time. */
    Set<String> take(long patienceMillis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        lock.lock();
        try {
            while (waiting.isEmpty() && left > 0) {
                left = marked.awaitNanos(left);
            }
            Set<String> taken = Set.copyOf(waiting);
            waiting.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
