/** Sample members for demo mode, which anybody on this machine can sign in as. */
@NullMarked
package org.pledgetracker.signin.demo;

import org.jspecify.annotations.NullMarked;
