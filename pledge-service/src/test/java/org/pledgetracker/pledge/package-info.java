/** Tests of the root of the service. */
@NullMarked
package org.pledgetracker.pledge;

import org.jspecify.annotations.NullMarked;
