/** What is tried again in the background. */
@NullMarked
package org.pledgetracker.signin.retrying;

import org.jspecify.annotations.NullMarked;
