/** Tests of the package retention. */
@NullMarked
package org.pledgetracker.pledge.retention;

import org.jspecify.annotations.NullMarked;
