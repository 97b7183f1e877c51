/** Tells the reps which thresholds were crossed. */
@NullMarked
package org.pledgetracker.notifier;

import org.jspecify.annotations.NullMarked;
