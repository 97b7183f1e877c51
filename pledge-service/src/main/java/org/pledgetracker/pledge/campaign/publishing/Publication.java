package org.pledgetracker.pledge.campaign.publishing;

import org.pledgetracker.events.CampaignDefinition;

/** A definition that has to be published. */
record Publication(String campaign, String fileName, CampaignDefinition definition, String digest) {}
