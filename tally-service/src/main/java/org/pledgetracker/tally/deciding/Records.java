package org.pledgetracker.tally.deciding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.tally.history.Recording;

/** What one look adds to the history of a campaign. */
final class Records {

    private final Standing standing;
    private final boolean closed;
    private final Instant now;
    private final List<TallyRecorded> records = new ArrayList<>();
    private final List<Instant> dues = new ArrayList<>();

    Records(Standing standing, boolean closed, Instant now) {
        this.standing = standing;
        this.closed = closed;
        this.now = now;
    }

    /** Looks at what is released of an action now. */
    void look(TallyReleased released) {
        String action = released.action();
        TallyRecorded last = standing.records().get(action);
        Optional<TallyRecorded> recorded =
                new Recording(last, standing.releases().get(action)).look(released, closed, now);
        recorded.ifPresent(records::add);
        new Recording(recorded.orElse(last), released).due(released, closed).ifPresent(dues::add);
    }

    List<TallyRecorded> toAdd() {
        return List.copyOf(records);
    }

    /** When to look again although nothing moves. */
    Optional<Instant> due() {
        return dues.stream().min(Instant::compareTo);
    }
}
