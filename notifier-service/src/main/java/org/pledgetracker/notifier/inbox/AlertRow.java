package org.pledgetracker.notifier.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.AlertWords;

/**
 * An alert in plain words, as the page shows it.
 *
 * @param at the moment for machines, {@code when} for people in the United Kingdom
 * @param unread whether its reader has not read it yet
 * @param failures what could not be sent to its reader about it
 * @param acknowledged who saw to it and when; null if nobody has
 */
record AlertRow(
        String id,
        boolean reached,
        String title,
        String campaign,
        String region,
        int crossing,
        String at,
        String when,
        @Nullable String acknowledged,
        boolean unread,
        List<String> failures) {

    /** @param campaigns the definitions that names are taken from; an id stands for itself where there is none */
    static AlertRow of(Alert alert, Map<String, CampaignDefined> campaigns, boolean unread, List<String> failures) {
        ThresholdCrossed crossing = alert.crossing();
        AlertWords words = AlertWords.of(crossing, campaigns);
        Optional<CampaignDefinition> campaign =
                Optional.ofNullable(campaigns.get(crossing.campaign())).map(CampaignDefined::definition);
        return new AlertRow(
                alert.id(),
                words.reached(),
                words.headline(),
                words.campaign(),
                words.region(),
                crossing.crossing(),
                crossing.at().toString(),
                words.when(),
                alert.acknowledgement()
                        .map(acknowledgement -> words(acknowledgement, campaign))
                        .orElse(null),
                unread,
                failures);
    }

    private static String words(AlertAcknowledged acknowledgement, Optional<CampaignDefinition> campaign) {
        List<String> regions = acknowledgement.regions();
        String who = regions.isEmpty()
                ? "the organiser or a national rep"
                : "the rep for "
                        + regions.stream()
                                .map(region -> AlertWords.region(region, campaign))
                                .collect(Collectors.joining(", "));
        return "Acknowledged by " + who + ", " + AlertWords.when(acknowledgement.at());
    }
}
