/** Tests of sign-in. */
@NullMarked
package org.pledgetracker.signin.demo;

import org.jspecify.annotations.NullMarked;
