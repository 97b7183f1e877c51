/** What any instance can tell of tallies and thresholds, and what of it whom. */
@NullMarked
package org.pledgetracker.tally.view;

import org.jspecify.annotations.NullMarked;
