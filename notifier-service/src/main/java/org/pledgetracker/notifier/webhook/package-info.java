/** Alerts as calls of webhooks, signed as Standard Webhooks has it. */
@NullMarked
package org.pledgetracker.notifier.webhook;

import org.jspecify.annotations.NullMarked;
