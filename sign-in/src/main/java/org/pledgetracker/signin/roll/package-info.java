/** Who is on the roll, and what their tokens say of them. */
@NullMarked
package org.pledgetracker.signin.roll;

import org.jspecify.annotations.NullMarked;
