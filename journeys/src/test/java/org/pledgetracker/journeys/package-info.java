/** Journeys through the whole system, in a browser, as its users take them. */
@NullMarked
package org.pledgetracker.journeys;

import org.jspecify.annotations.NullMarked;
