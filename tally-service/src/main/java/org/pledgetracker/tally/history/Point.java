package org.pledgetracker.tally.history;

import java.time.Instant;

/** A released figure as it was from some time on. */
public record Point(Instant at, int figure) {}
