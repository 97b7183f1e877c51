/** Tests of the package of the same name. */
@NullMarked
package org.pledgetracker.tally.topology;

import org.jspecify.annotations.NullMarked;
