/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin.provider;

import org.jspecify.annotations.NullMarked;
