package org.pledgetracker.notifier.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdReached;

/**
 * A crossing in plain words. It says what the threshold asks for, as its title does, and no figure that was counted.
 *
 * @param headline what happened
 * @param region where; "All regions" for a national threshold
 * @param when for people in the United Kingdom
 */
public record AlertWords(boolean reached, String headline, String campaign, String action, String region, String when) {

    public static final String NOT_A_BALLOT = "Not a ballot, not a call to act.";

    private static final DateTimeFormatter UK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    /**
     * The words for a crossing.
     *
     * @param campaigns the definitions that names are taken from; an id stands for itself where there is none
     */
    public static AlertWords of(ThresholdCrossed crossing, Map<String, CampaignDefined> campaigns) {
        Optional<CampaignDefinition> campaign =
                Optional.ofNullable(campaigns.get(crossing.campaign())).map(CampaignDefined::definition);
        boolean reached = crossing instanceof ThresholdReached;
        return new AlertWords(
                reached,
                (reached ? "Reached: " : "Lost: ") + crossing.title(),
                campaign.map(CampaignDefinition::title).orElse(crossing.campaign()),
                campaign.flatMap(defined -> defined.action(crossing.action()))
                        .map(Action::name)
                        .orElse(crossing.action()),
                region(crossing.region(), campaign),
                when(crossing.at()));
    }

    /** The name of a region; its id where the campaign does not know it. */
    public static String region(@Nullable String id, Optional<CampaignDefinition> campaign) {
        return id == null
                ? "All regions"
                : campaign.flatMap(defined -> defined.region(id))
                        .map(Region::name)
                        .orElse(id);
    }

    /** A moment as people in the United Kingdom read it. */
    public static String when(Instant at) {
        return UK.format(at);
    }

    /** What happened, and to which action, unless the title says that already. */
    public String subject() {
        boolean saidAlready = headline.toLowerCase(Locale.UK).contains(action.toLowerCase(Locale.UK));
        return saidAlready
                ? headline
                : headline + ", " + action.substring(0, 1).toLowerCase(Locale.UK) + action.substring(1);
    }
}
