/** Fans crossings out and delivers alerts: reads and writes the log, and owns partitions of it. */
@NullMarked
package org.pledgetracker.notifier.delivering;

import org.jspecify.annotations.NullMarked;
