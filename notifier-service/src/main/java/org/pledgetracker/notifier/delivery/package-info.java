/** Deliveries: which are asked for, how each stands, and when it is tried again, as plain rules. */
@NullMarked
package org.pledgetracker.notifier.delivery;

import org.jspecify.annotations.NullMarked;
