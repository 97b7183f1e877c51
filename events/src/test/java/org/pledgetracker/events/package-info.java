/** Holds the published language together, and lends every module a real broker. */
@NullMarked
package org.pledgetracker.events;

import org.jspecify.annotations.NullMarked;
