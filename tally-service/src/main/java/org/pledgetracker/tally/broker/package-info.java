/** How this service reaches the broker and runs its topology, and whether both work. */
@NullMarked
package org.pledgetracker.tally.broker;

import org.jspecify.annotations.NullMarked;
