package org.pledgetracker.events;

/** The services that write topics; every topic has exactly one. */
public enum Writer {
    PLEDGE_SERVICE("pledge-service"),
    TALLY_SERVICE("tally-service"),
    NOTIFIER_SERVICE("notifier-service");

    private final String serviceName;

    Writer(String serviceName) {
        this.serviceName = serviceName;
    }

    public String serviceName() {
        return serviceName;
    }
}
