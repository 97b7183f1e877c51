package org.pledgetracker.notifier.alert;

/** Where a record stands in its topic. */
public record Position(int partition, long offset) {}
