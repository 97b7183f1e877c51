/** Whether a record that could not be read may be sent back, now that somebody has repaired it. */
@NullMarked
package org.pledgetracker.pledge.deadletter;

import org.jspecify.annotations.NullMarked;
