/** Who looked at exact figures: recorded before they are shown, for the organiser to read. */
@NullMarked
package org.pledgetracker.tally.disclosure;

import org.jspecify.annotations.NullMarked;
