/** The Kafka Streams topology that counts and decides: stores fed from the topics themselves, and one processor. */
@NullMarked
package org.pledgetracker.tally.topology;

import org.jspecify.annotations.NullMarked;
