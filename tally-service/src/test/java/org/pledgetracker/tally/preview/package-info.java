@NullMarked
package org.pledgetracker.tally.preview;

import org.jspecify.annotations.NullMarked;
