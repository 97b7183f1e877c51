/** The operator's commands that carry erasures over a restored backup. */
@NullMarked
package org.pledgetracker.pledge.retention.operating;

import org.jspecify.annotations.NullMarked;
