/** What a killed notifier-service leaves behind. */
@NullMarked
package org.pledgetracker.notifier.crash;

import org.jspecify.annotations.NullMarked;
