/** Tests of the package of the same name. */
@NullMarked
package org.pledgetracker.tally.counting;

import org.jspecify.annotations.NullMarked;
