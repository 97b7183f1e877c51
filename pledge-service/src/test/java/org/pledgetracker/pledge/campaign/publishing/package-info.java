/** Tests of the package campaign.publishing. */
@NullMarked
package org.pledgetracker.pledge.campaign.publishing;

import org.jspecify.annotations.NullMarked;
