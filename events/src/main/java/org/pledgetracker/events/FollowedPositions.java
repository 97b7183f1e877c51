package org.pledgetracker.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;

/** How far a follower has read, and how far it had to read when it began. */
final class FollowedPositions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private Map<TopicPartition, Long> wanted = Map.of();
    private boolean begun;

    void begin(Map<TopicPartition, Long> ends) {
        lock.lock();
        try {
            begun = true;
            wanted = Map.copyOf(ends);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void reached(TopicPartition partition, long position) {
        lock.lock();
        try {
            Long before = reached.put(partition, position);
            if (before == null || before != position) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean caughtUp() {
        lock.lock();
        try {
            return hasReachedWanted();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasReachedWanted() {
        return begun && wanted.entrySet().stream().allMatch(e -> reached.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }

    boolean awaitCaughtUp(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!hasReachedWanted()) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitPosition(TopicPartition partition, long position, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (reached.getOrDefault(partition, 0L) < position) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
