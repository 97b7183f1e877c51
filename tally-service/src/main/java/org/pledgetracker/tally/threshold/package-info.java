/** When a threshold is reached and when it is lost; plain rules, time is an argument. */
@NullMarked
package org.pledgetracker.tally.threshold;

import org.jspecify.annotations.NullMarked;
