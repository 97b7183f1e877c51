/** The system as operators run it. */
@NullMarked
package org.pledgetracker.journeys.operations;

import org.jspecify.annotations.NullMarked;
