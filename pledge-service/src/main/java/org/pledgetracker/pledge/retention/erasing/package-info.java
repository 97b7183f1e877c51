/** Erases what may not be kept any longer. */
@NullMarked
package org.pledgetracker.pledge.retention.erasing;

import org.jspecify.annotations.NullMarked;
