/** Tests of the package erasing. */
@NullMarked
package org.pledgetracker.pledge.retention.erasing;

import org.jspecify.annotations.NullMarked;
