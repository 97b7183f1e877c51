package org.pledgetracker.pledge.campaign.publishing;

import org.pledgetracker.events.CampaignDefinition;

/**
 * A definition that has to be published.
 *
 * @param definedBy where it comes from, or the handle of the organiser whose it is; never a name
 */
record Publication(String campaign, String definedBy, CampaignDefinition definition, String digest) {}
