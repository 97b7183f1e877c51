/** The service that takes pledges: it keeps campaigns, decides on cards and records them. */
@NullMarked
package org.pledgetracker.pledge;

import org.jspecify.annotations.NullMarked;
