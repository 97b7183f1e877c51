package org.pledgetracker.notifier.delivery;

/** How an attempt to deliver ended. Reasons are plain words without any address. */
public sealed interface Outcome {

    /** The other side took it. */
    record Taken() implements Outcome {}

    /** It may work later. */
    record Failed(String reason) implements Outcome {}

    /** It never will. */
    record Refused(String reason) implements Outcome {}

    /** The address itself asks not to be used any more. */
    record Gone(String reason) implements Outcome {}
}
