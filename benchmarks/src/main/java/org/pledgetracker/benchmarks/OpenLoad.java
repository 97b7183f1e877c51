package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Cards at a rate of their own, whatever the answers do: each takes a free connection, or opens another up to a limit. */
final class OpenLoad {

    private static final int MOST_CONNECTIONS = 4_000;

    private final int port;
    private final CardRequests requests;
    private final Deque<KeepAlive> free = new ArrayDeque<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Histogram latency = new Histogram(3);
    private long withoutRetryAfter;
    private long broken;
    private long notSent;
    private int open;

    OpenLoad(int port, CardRequests requests) {
        this.port = port;
        this.requests = requests;
    }

    /** A card that was answered with 200, and the mark of its version. */
    record Accepted(int gp, String mark) {}

    /** Sends for that long, then waits for the last answers. */
    OpenLoad run(double perSecond, Duration duration, Duration patience) throws IOException {
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            long due = 0;
            long all = (long) (perSecond * duration.toSeconds());
            while (due < all
                    || (free.size() < open
                            && System.nanoTime() - start
                                    < duration.plus(patience).toNanos())) {
                long now = System.nanoTime();
                // all that should have begun by now, late or not
                for (; due < all && start + (long) (due * 1e9 / perSecond) <= now; due++) {
                    send((int) (due % requests.gps()), start + (long) (due * 1e9 / perSecond), selector);
                }
                selector.select(1);
                for (SelectionKey key : selector.selectedKeys()) {
                    answered(key);
                }
                selector.selectedKeys().clear();
            }
            broken += open - free.size();
            for (SelectionKey key : selector.keys()) {
                ((KeepAlive) key.attachment()).close();
            }
        }
        return this;
    }

    private void send(int gp, long since, Selector selector) {
        KeepAlive connection = free.poll();
        try {
            if (connection == null && open == MOST_CONNECTIONS) {
                notSent++;
                return;
            }
            if (connection == null) {
                connection = KeepAlive.open(port, selector);
                open++;
            }
            connection.send(gp, requests.of(gp), since);
        } catch (IOException e) {
            // it may have been closed while it was free
            notSent++;
            open -= connection == null ? 0 : 1;
        }
    }

    private void answered(SelectionKey key) throws IOException {
        KeepAlive connection = (KeepAlive) key.attachment();
        try {
            Answer answer = connection.read();
            if (answer == null) {
                return;
            }
            take(connection, answer);
            if (!answer.last()) {
                free.add(connection);
                return;
            }
        } catch (IOException e) {
            broken += free.remove(connection) ? 0 : 1;
        }
        connection.close();
        open--;
    }

    private void take(KeepAlive connection, Answer answer) {
        statuses.merge(answer.status(), 1L, Long::sum);
        if (answer.status() == 200) {
            latency.recordValue(connection.nanosSinceBegun());
            accepted.add(new Accepted(connection.request(), answer.mark()));
        } else {
            withoutRetryAfter += answer.retryAfter() ? 0 : 1;
        }
    }

    /** How many answers there were of each status. */
    Map<Integer, Long> statuses() {
        return statuses;
    }

    List<Accepted> accepted() {
        return accepted;
    }

    /** From when a card should have been sent until it was accepted. */
    Histogram latency() {
        return latency;
    }

    /** Refusals that do not say when to come again. */
    long withoutRetryAfter() {
        return withoutRetryAfter;
    }

    /** Connections that ended, or never answered, with a request under way. */
    long broken() {
        return broken;
    }

    /** Cards that were due when no connection was left. */
    long notSent() {
        return notSent;
    }
}
