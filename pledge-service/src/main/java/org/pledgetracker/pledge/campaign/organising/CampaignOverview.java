package org.pledgetracker.pledge.campaign.organising;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.publishing.Campaign;

/**
 * A campaign as its organiser sees it at a glance.
 *
 * @param state as of now
 * @param published when GPs see released figures, in words
 * @param approvedBy empty in a draft that nobody has approved
 */
record CampaignOverview(
        String campaign,
        String title,
        String summary,
        String state,
        int version,
        String definedAt,
        String definedBy,
        String opens,
        String closes,
        String published,
        String erased,
        String approvedBy,
        boolean mayOpen,
        boolean mayClose,
        boolean mayPublish) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    static CampaignOverview of(Campaign campaign, Instant now) {
        CampaignDefinition definition = campaign.definition();
        return new CampaignOverview(
                campaign.id(),
                definition.title(),
                definition.summary(),
                definition.stateAt(now).wireName(),
                campaign.defined().version(),
                when(campaign.defined().definedAt()),
                campaign.defined().definedBy(),
                when(definition.opensAt()),
                when(campaign.defined().closing()),
                published(definition),
                when(campaign.defined().eraseAt()),
                definition.approvedBy() == null ? "" : definition.approvedBy(),
                Step.OPEN.isPossible(definition, now),
                Step.CLOSE.isPossible(definition, now),
                Step.PUBLISH.isPossible(definition, now));
    }

    static String when(Instant time) {
        return WHEN.format(time);
    }

    private static String published(CampaignDefinition definition) {
        Instant publishAt = definition.publishAt();
        String latest = publishAt == null ? "When it closes" : when(publishAt);
        return definition
                .publishingThreshold()
                .map(threshold -> latest + ", or sooner: once reached: " + threshold.title())
                .orElse(latest);
    }
}
