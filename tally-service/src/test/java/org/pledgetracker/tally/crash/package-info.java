/** What becomes of the counting when its process is killed or frozen. */
@NullMarked
package org.pledgetracker.tally.crash;

import org.jspecify.annotations.NullMarked;
