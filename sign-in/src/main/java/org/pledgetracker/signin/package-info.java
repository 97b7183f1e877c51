/** The bundled OpenID Connect provider over a member roll. */
@NullMarked
package org.pledgetracker.signin;

import org.jspecify.annotations.NullMarked;
