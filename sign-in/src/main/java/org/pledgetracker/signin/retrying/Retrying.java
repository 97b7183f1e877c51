package org.pledgetracker.signin.retrying;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Does things in the background, each now and after every pause until it is done: a bounded number, so many times. */
public final class Retrying {

    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor workers;
    private final List<Duration> pauses;
    private final int most;

    /**
     * Retrying with these workers.
     *
     * @param most how many things wait or are done at once; more are given up at once
     */
    public Retrying(Executor workers, List<Duration> pauses, int most) {
        this.workers = workers;
        this.pauses = List.copyOf(pauses);
        this.most = most;
    }

    /**
     * Begins this, and returns at once.
     *
     * @param attempt tells whether it is done
     * @param givenUp called if it never is
     */
    public void until(BooleanSupplier attempt, Runnable givenUp) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            givenUp.run();
        } else {
            workers.execute(() -> attempt(attempt, givenUp, 0));
        }
    }

    private void attempt(BooleanSupplier attempt, Runnable givenUp, int attempts) {
        boolean again = false;
        try {
            boolean done = attempt.getAsBoolean();
            again = !done && attempts < pauses.size();
            if (!done && !again) {
                givenUp.run();
            }
        } finally {
            if (!again) {
                waiting.decrementAndGet();
            }
        }
        if (again) {
            Duration pause = pauses.get(attempts);
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers)
                    .execute(() -> attempt(attempt, givenUp, attempts + 1));
        }
    }
}
