/** Tests of the package of the same name. */
@NullMarked
package org.pledgetracker.tally.threshold;

import org.jspecify.annotations.NullMarked;
