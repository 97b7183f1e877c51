/** The whole system with a real broker in one JVM: the default way to run it. */
@NullMarked
package org.pledgetracker.standalone;

import org.jspecify.annotations.NullMarked;
