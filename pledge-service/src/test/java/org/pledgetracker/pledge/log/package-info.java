/** Tests of the package log. */
@NullMarked
package org.pledgetracker.pledge.log;

import org.jspecify.annotations.NullMarked;
