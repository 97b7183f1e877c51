/** Tests of deliveries. */
@NullMarked
package org.pledgetracker.notifier.delivery;

import org.jspecify.annotations.NullMarked;
