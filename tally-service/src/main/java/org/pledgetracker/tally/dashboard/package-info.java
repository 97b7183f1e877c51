/** The tallies and thresholds of a campaign as a page. */
@NullMarked
package org.pledgetracker.tally.dashboard;

import org.jspecify.annotations.NullMarked;
