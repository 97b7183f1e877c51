/** Counts again, by code that shares nothing with the counting it checks. */
@NullMarked
package org.pledgetracker.tally.recount;

import org.jspecify.annotations.NullMarked;
