/** The provider itself: clients, keys, tokens and the sessions of members. */
@NullMarked
package org.pledgetracker.signin.provider;

import org.jspecify.annotations.NullMarked;
