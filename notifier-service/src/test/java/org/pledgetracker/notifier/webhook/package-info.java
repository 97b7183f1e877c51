/** Tests of webhooks. */
@NullMarked
package org.pledgetracker.notifier.webhook;

import org.jspecify.annotations.NullMarked;
