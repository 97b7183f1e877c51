package org.pledgetracker.pledge.deadletter;

/**
 * The last record of a key in the log.
 *
 * @param erasure whether it erases the card
 */
public record Standing(long offset, boolean erasure) {}
