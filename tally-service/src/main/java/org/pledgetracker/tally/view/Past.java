package org.pledgetracker.tally.view;

import java.time.Instant;

/** The released figures of an action as they stood from some time on. */
public record Past(Instant at, Tallies.OfAction tally) {}
