package org.pledgetracker.events;

/** A value that is not an event of its topic: it counts as nothing for its key and goes to the dead letters. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
