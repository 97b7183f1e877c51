/** Alerts: what a rep gets for a crossing, as plain rules. */
@NullMarked
package org.pledgetracker.notifier.alert;

import org.jspecify.annotations.NullMarked;
