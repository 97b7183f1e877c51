package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.tally.history.Point;
import org.pledgetracker.tally.history.Projection;
import org.pledgetracker.tally.view.Past;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;
import org.pledgetracker.tally.view.TallyReading;
import org.pledgetracker.tally.view.ThresholdState;
import org.springframework.stereotype.Component;

/** The thresholds of a campaign as the dashboard lists them: how far each is, and when it would be reached. */
@Component
class Thresholds {

    private final TallyReading reading;

    Thresholds(TallyReading reading) {
        this.reading = reading;
    }

    List<ThresholdRow> of(CampaignDefined campaign, Sight sight, Instant now) {
        Progress progress = new Progress(reading.tallies(campaign, sight, action -> true));
        Tallies released = reading.tallies(campaign, sight.released(), action -> true);
        Map<String, List<Past>> pasts = new HashMap<>();
        return reading.thresholds(campaign, sight).stream()
                .map((ThresholdState state) -> {
                    List<Past> past =
                            pasts.computeIfAbsent(state.action(), action -> past(campaign, action, sight, now));
                    return ThresholdRow.of(
                            state, progress.of(state), sight.exact(), projection(campaign, state, past, released, now));
                })
                .toList();
    }

    private List<Past> past(CampaignDefined campaign, String action, Sight sight, Instant now) {
        Optional<Action> found = campaign.definition().action(action);
        return found.isEmpty() ? List.of() : reading.past(campaign, found.get(), sight, now);
    }

    private static String projection(
            CampaignDefined campaign, ThresholdState state, List<Past> past, Tallies released, Instant now) {
        Long required = state.required();
        Tallies.OfAction latest = released.actions().stream()
                .filter(action -> action.action().equals(state.action()))
                .findFirst()
                .orElse(null);
        if (state.reached() || required == null || latest == null) {
            return "";
        }
        List<Point> points = Series.of(past, latest, now, action -> Progress.figure(action, state));
        return Projection.of(points, required, now)
                .map(projection -> Words.of(projection, campaign.definition().closesAt()))
                .orElse("");
    }
}
