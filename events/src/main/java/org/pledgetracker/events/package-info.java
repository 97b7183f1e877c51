/** The published language: what the services say to each other, as versioned events on typed topics. */
@NullMarked
package org.pledgetracker.events;

import org.jspecify.annotations.NullMarked;
