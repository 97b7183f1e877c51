/** How this service reaches the broker, and whether it does. */
@NullMarked
package org.pledgetracker.notifier.broker;

import org.jspecify.annotations.NullMarked;
