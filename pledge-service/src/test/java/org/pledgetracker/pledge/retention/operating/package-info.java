@NullMarked
package org.pledgetracker.pledge.retention.operating;

import org.jspecify.annotations.NullMarked;
