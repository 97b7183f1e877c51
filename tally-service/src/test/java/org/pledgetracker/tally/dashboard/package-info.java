/** How the dashboard words what its reader may see. */
@NullMarked
package org.pledgetracker.tally.dashboard;

import org.jspecify.annotations.NullMarked;
