/** How exact tallies become the rounded, lagging figures that anyone but the organiser sees. */
@NullMarked
package org.pledgetracker.tally.release;

import org.jspecify.annotations.NullMarked;
