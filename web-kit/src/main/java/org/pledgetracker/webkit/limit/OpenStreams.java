package org.pledgetracker.webkit.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many live streams each member has open, so that nobody takes the places of all. */
final class OpenStreams {

    private final Map<String, Integer> byMember = new ConcurrentHashMap<>();
    private final int most;

    OpenStreams(int most) {
        this.most = most;
    }

    /** Opens one more, unless that is one too many. */
    boolean open(String subject) {
        int open = byMember.merge(subject, 1, Integer::sum);
        if (open > most) {
            close(subject);
            return false;
        }
        return true;
    }

    void close(String subject) {
        byMember.computeIfPresent(subject, (member, open) -> open == 1 ? null : open - 1);
    }
}
