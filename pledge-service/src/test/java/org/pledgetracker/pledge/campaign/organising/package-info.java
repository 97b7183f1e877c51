/** Tests of the package campaign.organising. */
@NullMarked
package org.pledgetracker.pledge.campaign.organising;

import org.jspecify.annotations.NullMarked;
