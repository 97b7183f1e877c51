/** Tests of deliveries on a real broker. */
@NullMarked
package org.pledgetracker.notifier.delivering;

import org.jspecify.annotations.NullMarked;
