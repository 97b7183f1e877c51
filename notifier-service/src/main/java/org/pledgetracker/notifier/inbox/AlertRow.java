package org.pledgetracker.notifier.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.Alert;

/**
 * An alert in plain words, as the page shows it.
 *
 * @param at the moment for machines, {@code when} for people in the United Kingdom
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
        @Nullable String acknowledged) {

    private static final DateTimeFormatter UK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    /** @param campaigns the definitions that names are taken from; an id stands for itself where there is none */
    static AlertRow of(Alert alert, Map<String, CampaignDefined> campaigns) {
        ThresholdCrossed crossing = alert.crossing();
        Optional<CampaignDefined> campaign = Optional.ofNullable(campaigns.get(crossing.campaign()));
        boolean reached = alert.kind() == Alert.Kind.REACHED;
        return new AlertRow(
                alert.id(),
                reached,
                (reached ? "Reached: " : "Lost: ") + crossing.title(),
                campaign.map(defined -> defined.definition().title()).orElse(crossing.campaign()),
                crossing.region() == null ? "All regions" : regionName(crossing.region(), campaign),
                crossing.crossing(),
                crossing.at().toString(),
                when(crossing.at()),
                alert.acknowledgement()
                        .map(acknowledgement -> words(acknowledgement, campaign))
                        .orElse(null));
    }

    private static String words(AlertAcknowledged acknowledgement, Optional<CampaignDefined> campaign) {
        List<String> regions = acknowledgement.regions();
        String who = regions.isEmpty()
                ? "the organiser or a national rep"
                : "the rep for "
                        + regions.stream()
                                .map(region -> regionName(region, campaign))
                                .collect(Collectors.joining(", "));
        return "Acknowledged by " + who + ", " + when(acknowledgement.at());
    }

    private static String when(Instant at) {
        return UK.format(at);
    }

    private static String regionName(String id, Optional<CampaignDefined> campaign) {
        return campaign.flatMap(defined -> defined.definition().regions().stream()
                        .filter(region -> region.id().equals(id))
                        .map(Region::name)
                        .findFirst())
                .orElse(id);
    }
}
