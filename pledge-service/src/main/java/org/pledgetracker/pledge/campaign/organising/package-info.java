/** What an organiser does in pages and by the API: defines campaigns, opens, closes and publishes them, and reads their versions. */
@NullMarked
package org.pledgetracker.pledge.campaign.organising;

import org.jspecify.annotations.NullMarked;
