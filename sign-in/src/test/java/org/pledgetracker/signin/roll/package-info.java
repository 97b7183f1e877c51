/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin.roll;

import org.jspecify.annotations.NullMarked;
