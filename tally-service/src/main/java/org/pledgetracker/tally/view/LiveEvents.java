package org.pledgetracker.tally.view;

import java.util.Set;
import java.util.stream.Collectors;
import org.pledgetracker.events.CampaignDefined;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words what is new to a client as server-sent events. */
@Component
final class LiveEvents {

    /** A subject that no action is called. */
    private static final String THRESHOLDS = "~thresholds";

    private final TallyView view;
    private final TallyReading reading;
    private final JsonMapper json;

    LiveEvents(TallyView view, TallyReading reading, JsonMapper json) {
        this.view = view;
        this.reading = reading;
        this.json = json;
    }

    /** What there is to tell a client about those actions; empty if it sees nothing new. */
    String of(LiveClient client, Set<String> changed) {
        if (changed.isEmpty()) {
            return "";
        }
        CampaignDefined campaign = view.campaign(client.campaign());
        Set<String> news = changed.stream()
                .filter(action -> client.isNews(
                        action, json.writeValueAsString(reading.tallies(campaign, client.sight(), action::equals))))
                .collect(Collectors.toSet());
        StringBuilder events = new StringBuilder();
        if (!news.isEmpty()) {
            Tallies tallies = reading.tallies(campaign, client.sight(), news::contains);
            events.append(event("tallies", json.writeValueAsString(tallies)));
        }
        String thresholds = json.writeValueAsString(reading.thresholds(campaign, client.sight()));
        if (client.isNews(THRESHOLDS, thresholds)) {
            events.append(event("thresholds", thresholds));
        }
        return events.toString();
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
