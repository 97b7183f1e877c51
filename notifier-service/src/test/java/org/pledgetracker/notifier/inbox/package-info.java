/** Tests of the inbox on a real broker. */
@NullMarked
package org.pledgetracker.notifier.inbox;

import org.jspecify.annotations.NullMarked;
