/** The operator's commands on a real broker. */
@NullMarked
package org.pledgetracker.pledge.deadletter.operating;

import org.jspecify.annotations.NullMarked;
