/** Tests of the alerts. */
@NullMarked
package org.pledgetracker.notifier.alert;

import org.jspecify.annotations.NullMarked;
