/** Measurements, each against a peer in the same run where there is one: machines differ, ratios travel. */
@NullMarked
package org.pledgetracker.benchmarks;

import org.jspecify.annotations.NullMarked;
