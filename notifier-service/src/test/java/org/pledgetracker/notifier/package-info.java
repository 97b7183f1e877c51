/** Tests of the notifier. */
@NullMarked
package org.pledgetracker.notifier;

import org.jspecify.annotations.NullMarked;
