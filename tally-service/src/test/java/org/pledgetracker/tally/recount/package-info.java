/** The recount has to find what is wrong, and nothing else. */
@NullMarked
package org.pledgetracker.tally.recount;

import org.jspecify.annotations.NullMarked;
