/** What follows from a campaign's counts: tallies, releases and crossings; a plain rule, time is an argument. */
@NullMarked
package org.pledgetracker.tally.deciding;

import org.jspecify.annotations.NullMarked;
