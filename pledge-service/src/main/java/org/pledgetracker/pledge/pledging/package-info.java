/** What may be pledged: cards, submissions and the decision on them; plain rules without Spring or Kafka. */
@NullMarked
package org.pledgetracker.pledge.pledging;

import org.jspecify.annotations.NullMarked;
