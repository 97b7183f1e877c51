/** Tests of the package of the same name. */
@NullMarked
package org.pledgetracker.tally.release;

import org.jspecify.annotations.NullMarked;
