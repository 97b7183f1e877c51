package org.pledgetracker.pledge.pledging.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.pledge.campaign.publishing.Campaign;

/**
 * A campaign as the API shows it.
 *
 * @param state as of now: what the organiser said and the dates allow
 */
record CampaignView(
        String campaign,
        int version,
        String title,
        String summary,
        CampaignState state,
        Instant opensAt,
        Instant closesAt,
        int eraseAfterDays,
        CampaignDefinition.ConsentText consent,
        List<Region> regions,
        List<ActionView> actions,
        Electorate electorate,
        List<OnlyIf> conditions,
        List<Threshold> thresholds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant publishAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String publishOnReaching) {

    static CampaignView of(Campaign campaign, Instant now) {
        CampaignDefinition definition = campaign.definition();
        return new CampaignView(
                campaign.id(),
                campaign.defined().version(),
                definition.title(),
                definition.summary(),
                definition.stateAt(now),
                definition.opensAt(),
                definition.closesAt(),
                definition.eraseAfterDays(),
                definition.consent(),
                definition.regions(),
                definition.actions().stream().map(ActionView::of).toList(),
                definition.electorate(),
                definition.conditions(),
                definition.thresholds(),
                definition.publishAt(),
                definition.publishOnReaching());
    }

    /**
     * An action as the API shows it.
     *
     * @param openTo the employment types that may pledge to it
     * @param openness how open it is to each type
     * @param regions the only regions that it is open in; empty for all
     */
    record ActionView(
            String action,
            String name,
            String description,
            String drawbacks,
            String kind,
            List<EmploymentType> openTo,
            Map<EmploymentType, Openness> openness,
            List<String> regions) {

        static ActionView of(Action action) {
            return new ActionView(
                    action.id(),
                    action.name(),
                    action.description(),
                    action.drawbacks(),
                    action.kind().wireName(),
                    Stream.of(EmploymentType.values())
                            .filter(type -> action.openTo()
                                    .getOrDefault(type, Openness.CLOSED)
                                    .takesPledges())
                            .toList(),
                    action.openTo(),
                    action.regions());
        }
    }
}
