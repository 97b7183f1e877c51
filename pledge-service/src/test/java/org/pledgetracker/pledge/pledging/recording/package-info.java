/** Tests of the package pledging.recording. */
@NullMarked
package org.pledgetracker.pledge.pledging.recording;

import org.jspecify.annotations.NullMarked;
