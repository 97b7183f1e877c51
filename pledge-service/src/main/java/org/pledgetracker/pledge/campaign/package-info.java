/** What makes a campaign definition valid, on its own and after the one before it; plain rules without Spring or Kafka. */
@NullMarked
package org.pledgetracker.pledge.campaign;

import org.jspecify.annotations.NullMarked;
