/** Erasing what members have pledged: once they have left the roll, and when an operator is asked to. */
@NullMarked
package org.pledgetracker.signin.erasing;

import org.jspecify.annotations.NullMarked;
