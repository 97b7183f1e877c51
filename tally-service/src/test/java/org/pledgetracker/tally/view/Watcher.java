package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.tally.deciding.Decision;

/** Somebody who watches, and all that the rule lets them learn: figures released to them, and crossings, with their times. */
final class Watcher {

    private final String token;
    private final Sight sight;

    Watcher(String token, Sight sight) {
        this.token = token;
        this.sight = sight;
    }

    /** The same person once the campaign has published. */
    Watcher ofPublished() {
        return new Watcher(token, new Sight(false, true, Set.of()));
    }

    String token() {
        return token;
    }

    Sight sight() {
        return sight;
    }

    /** What a run of decisions releases to them. */
    final class Allowed {

        private final Map<String, List<String>> figures = new HashMap<>();
        private final List<String> crossings = new ArrayList<>();

        void add(Decision decision, Instant now) {
            for (TallyReleased release : decision.releases()) {
                List<String> seen = figures.computeIfAbsent(release.action(), action -> new ArrayList<>());
                String shown = shown(release);
                if (seen.isEmpty() || !seen.getLast().endsWith(shown)) {
                    seen.add(now + shown);
                }
            }
            for (ThresholdCrossed crossed : decision.crossings()) {
                if (sight.covers(crossed.region())) {
                    crossings.add(now + crossed.threshold() + (crossed instanceof ThresholdReached));
                }
            }
        }

        boolean everReached(String threshold) {
            return crossings.stream().anyMatch(crossing -> crossing.endsWith(threshold + true));
        }

        private String shown(TallyReleased release) {
            StringBuilder shown = new StringBuilder("|").append(release.total());
            for (TallyReleased.ReleasedRegion region : release.regions()) {
                if (sight.covers(region.region())) {
                    shown.append(region.region()).append(region.total()).append(region.cells());
                }
            }
            return shown.toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Allowed allowed
                    && figures.equals(allowed.figures)
                    && crossings.equals(allowed.crossings);
        }

        @Override
        public int hashCode() {
            return Objects.hash(figures, crossings);
        }
    }
}
