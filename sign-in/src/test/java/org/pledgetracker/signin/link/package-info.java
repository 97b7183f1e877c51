/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin.link;

import org.jspecify.annotations.NullMarked;
