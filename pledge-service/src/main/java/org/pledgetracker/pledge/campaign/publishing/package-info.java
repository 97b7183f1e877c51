/** Brings campaign definitions and keys into the event log, and shows those that are there. */
@NullMarked
package org.pledgetracker.pledge.campaign.publishing;

import org.jspecify.annotations.NullMarked;
