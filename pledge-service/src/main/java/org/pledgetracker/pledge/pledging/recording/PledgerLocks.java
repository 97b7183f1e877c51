package org.pledgetracker.pledge.pledging.recording;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pledgetracker.pledge.pseudonym.Pledger;
import org.springframework.stereotype.Component;

/** Lets one change of a pledger happen at a time, in this instance. */
@Component
class PledgerLocks {

    /** Pledgers share locks: so many that they hardly ever meet. */
    private static final int LOCKS = 4096;

    private final Lock[] locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    <T> T alone(Pledger pledger, Supplier<T> change) {
        Lock lock = locks[Math.floorMod(pledger.hashCode(), LOCKS)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
