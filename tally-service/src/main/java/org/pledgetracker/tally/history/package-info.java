/** How released figures went over time: what is recorded of them, and where they are heading; plain rules. */
@NullMarked
package org.pledgetracker.tally.history;

import org.jspecify.annotations.NullMarked;
