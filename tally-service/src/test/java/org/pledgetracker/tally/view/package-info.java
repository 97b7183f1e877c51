/** Tests of the package of the same name. */
@NullMarked
package org.pledgetracker.tally.view;

import org.jspecify.annotations.NullMarked;
