/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin.erasing;

import org.jspecify.annotations.NullMarked;
