/** Tests of the package campaign. */
@NullMarked
package org.pledgetracker.pledge.campaign;

import org.jspecify.annotations.NullMarked;
