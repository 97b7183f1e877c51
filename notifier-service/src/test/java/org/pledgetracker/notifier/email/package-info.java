/** Tests of e-mail. */
@NullMarked
package org.pledgetracker.notifier.email;

import org.jspecify.annotations.NullMarked;
