/** Tests of subscriptions. */
@NullMarked
package org.pledgetracker.notifier.subscription;

import org.jspecify.annotations.NullMarked;
