package org.pledgetracker.pledge.pledging.recording;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.pledging.Card;

/**
 * What the log last said of a pledger.
 *
 * @param offset where it said so
 * @param card null if it was erased
 */
public record RecordedCard(long offset, @Nullable Card card) {}
