package org.pledgetracker.tally.preview;

import java.util.Map;

/**
 * What is asked about a threshold, as it was typed.
 *
 * @param region blank: all
 * @param employmentType blank: all
 * @param count the least number of pledges; blank where a share is asked for
 * @param share the least share such as 0.25; blank where a number is asked for
 * @param of which pledges count; blank: those in force
 */
record Question(String action, String region, String employmentType, String count, String share, String of) {

    /** The question in the parameters of an address: what is not there is blank. */
    static Question of(Map<String, String> asked) {
        return new Question(
                asked.getOrDefault("action", ""),
                asked.getOrDefault("region", ""),
                asked.getOrDefault("employmentType", ""),
                asked.getOrDefault("count", ""),
                asked.getOrDefault("share", ""),
                asked.getOrDefault("of", ""));
    }

    /** Whether anything is asked. */
    boolean isBlank() {
        return count.isBlank() && share.isBlank();
    }
}
