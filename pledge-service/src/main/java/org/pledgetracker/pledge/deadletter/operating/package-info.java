/** The operator's commands over dead letters. */
@NullMarked
package org.pledgetracker.pledge.deadletter.operating;

import org.jspecify.annotations.NullMarked;
