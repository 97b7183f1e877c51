package org.pledgetracker.tally.counting;

/** How many pledges of one campaign are in a group. Every card holds on to the groups that it is counted in. */
final class CountedGroup {

    private final CampaignCounts campaign;
    private int pledged;

    CountedGroup(CampaignCounts campaign) {
        this.campaign = campaign;
    }

    int pledged() {
        return pledged;
    }

    void add(int pledges) {
        pledged += pledges;
        campaign.markChanged();
    }
}
