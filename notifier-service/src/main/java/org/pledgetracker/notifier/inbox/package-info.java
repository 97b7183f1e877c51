/** The inbox of a rep: pages, API and live alerts over the log. */
@NullMarked
package org.pledgetracker.notifier.inbox;

import org.jspecify.annotations.NullMarked;
