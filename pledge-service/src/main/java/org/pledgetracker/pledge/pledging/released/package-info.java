/** The released figures that a GP may see. */
@NullMarked
package org.pledgetracker.pledge.pledging.released;

import org.jspecify.annotations.NullMarked;
