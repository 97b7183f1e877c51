/** How a threshold would stand that nobody has set yet, for the organiser. */
@NullMarked
package org.pledgetracker.tally.preview;

import org.jspecify.annotations.NullMarked;
