package org.pledgetracker.events;

/** An event in a version that this reader is too old for: the reader has to stop and be upgraded first. */
public final class UnknownEventVersion extends RuntimeException {

    public UnknownEventVersion(String type, String topic) {
        super("'" + topic + "' holds " + type + ", which this version cannot read: upgrade this service");
    }
}
