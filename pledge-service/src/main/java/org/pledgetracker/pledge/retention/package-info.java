/** How long cards and keys may be kept; plain rules without Spring or Kafka, time is an argument. */
@NullMarked
package org.pledgetracker.pledge.retention;

import org.jspecify.annotations.NullMarked;
