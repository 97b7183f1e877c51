package org.pledgetracker.signin.erasing;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.pledgetracker.signin.roll.Leaver;
import org.pledgetracker.signin.roll.Leavers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Erases those who left the roll 30 days ago, again and again until all is erased, and then forgets them. The list of
 * them is kept in a file, so that a restart forgets nobody before.
 */
@Component
@ConditionalOnWebApplication // An operator's command must not do this beside what it is called for
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
final class EraseLeavers {

    private static final Logger LOG = LoggerFactory.getLogger(EraseLeavers.class);

    private final Leavers leavers;
    private final ErasePledges pledges;
    private final Clock clock;

    EraseLeavers(Leavers leavers, ErasePledges pledges, Clock clock) {
        this.leavers = leavers;
        this.pledges = pledges;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${pledge-tracker.erase-leavers:10m}",
            initialDelayString = "${pledge-tracker.erase-leavers:1m}")
    void eraseThoseWhoAreDue() {
        List<Leaver> due = leavers.due(clock.instant());
        int left = 0;
        for (Leaver leaver : due) {
            left += erase(leaver) ? 0 : 1;
        }
        if (!due.isEmpty()) {
            LOG.info("Members who left are erased: {}, to be tried again: {}", due.size() - left, left);
        }
    }

    private boolean erase(Leaver leaver) {
        try {
            Map<String, Boolean> erased = pledges.of(leaver.subject());
            boolean all = !erased.containsValue(false);
            if (all) {
                leavers.forget(leaver);
            }
            return all;
        } catch (RestClientException | IOException e) {
            return false;
        }
    }
}
