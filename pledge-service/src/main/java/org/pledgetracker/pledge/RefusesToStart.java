package org.pledgetracker.pledge;

/** The service cannot run as it is set up; the message says why and what to do. */
public final class RefusesToStart extends RuntimeException {

    public RefusesToStart(String message) {
        super(message);
    }
}
