/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin;

import org.jspecify.annotations.NullMarked;
