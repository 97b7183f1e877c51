package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.time.Clock;
import org.pledgetracker.webkit.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes rolls over: at start, and while it runs. A faulty one never replaces the last good one. */
final class FollowRoll {

    private static final Logger LOG = LoggerFactory.getLogger(FollowRoll.class);

    private final RollFolder folder;
    private final CurrentRoll current;
    private final Leavers leavers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private String lastComplaint = "";

    FollowRoll(RollFolder folder, CurrentRoll current, Leavers leavers, ApplicationEventPublisher events, Clock clock) {
        this.folder = folder;
        this.current = current;
        this.leavers = leavers;
        this.events = events;
        this.clock = clock;
    }

    /** @throws CannotStart if there is no good roll at all */
    void start() {
        look();
        if (current.roll().size() == 0) {
            throw lastComplaint.isEmpty()
                    ? new CannotStart(
                            "pledge-tracker.roll is not set, and no roll has been imported.",
                            "Set it to the CSV file with the members who may sign in, or import one with import-roll.")
                    : new CannotStart(
                            lastComplaint,
                            "Mend every line named, or set pledge-tracker.roll to a CSV file that this service may"
                                    + " read, and start again.");
        }
        LOG.info("The roll has {} members", current.roll().size());
    }

    @Scheduled(
            fixedDelayString = "${pledge-tracker.roll-check:10s}",
            initialDelayString = "${pledge-tracker.roll-check:10s}")
    synchronized void look() {
        try {
            RollFolder.Waiting waiting = folder.waiting().orElse(null);
            if (waiting != null) {
                take(waiting);
            }
            lastComplaint = "";
        } catch (RollFaults e) {
            complain("The roll has faults, and is not taken over:\n" + e.getMessage());
        } catch (IOException e) {
            complain("The roll cannot be read or kept: " + e.getClass().getSimpleName());
        }
    }

    private void take(RollFolder.Waiting waiting) throws IOException, RollFaults {
        Roll last = current.roll();
        Roll next = waiting.read();
        RollChange change = RollChange.between(last, next);
        // Who left is kept first: whatever fails after this is simply done again
        leavers.follow(last, next, clock.instant());
        folder.take(waiting);
        current.replace(next);
        events.publishEvent(change);
        LOG.info(
                "A roll is taken over: {} joined, {} left, {} changed",
                change.joined().size(),
                change.left().size(),
                change.changed().size());
    }

    /** Once, not at every look. */
    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            LOG.error(complaint);
        }
        lastComplaint = complaint;
    }
}
