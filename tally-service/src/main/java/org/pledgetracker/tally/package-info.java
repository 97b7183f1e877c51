/** Counts pledges, decides which thresholds are crossed, and shows the tallies. */
@NullMarked
package org.pledgetracker.tally;

import org.jspecify.annotations.NullMarked;
