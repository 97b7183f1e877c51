/** Records cards in the event log, and shows those that are there. */
@NullMarked
package org.pledgetracker.pledge.pledging.recording;

import org.jspecify.annotations.NullMarked;
