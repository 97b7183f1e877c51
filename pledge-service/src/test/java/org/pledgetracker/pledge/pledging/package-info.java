/** Tests of the package pledging. */
@NullMarked
package org.pledgetracker.pledge.pledging;

import org.jspecify.annotations.NullMarked;
