/** What may be sent back, and what may not. */
@NullMarked
package org.pledgetracker.pledge.deadletter;

import org.jspecify.annotations.NullMarked;
