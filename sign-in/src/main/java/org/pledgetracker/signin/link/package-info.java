/** Signing in by a one-time link sent by mail. */
@NullMarked
package org.pledgetracker.signin.link;

import org.jspecify.annotations.NullMarked;
