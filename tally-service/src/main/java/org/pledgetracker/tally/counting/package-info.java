/** How cards become counts, and which pledges are in force; plain rules without clock or store. */
@NullMarked
package org.pledgetracker.tally.counting;

import org.jspecify.annotations.NullMarked;
