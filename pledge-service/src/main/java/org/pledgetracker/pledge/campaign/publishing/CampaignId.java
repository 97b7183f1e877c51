package org.pledgetracker.pledge.campaign.publishing;

import java.util.regex.Pattern;

/** What a campaign may be called by in addresses, keys and names of files. */
final class CampaignId {

    static final String RULE = "use a-z, 0-9 and -, at most 64 characters";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private CampaignId() {}

    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
