package org.pledgetracker.pledge.pledging.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.PledgeState;
import org.pledgetracker.pledge.pledging.SetAside;
import org.pledgetracker.webkit.Member;

/**
 * A GP's own card as the API shows it. Where there is none yet, region and type are what sign-in says of the member.
 *
 * @param declaredAt cut to the hour; null where there is no card
 */
record CardView(
        @Nullable String region,
        @Nullable String employmentType,
        List<PledgeView> pledges,
        @Nullable Instant declaredAt) {

    static CardView of(Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
        return new CardView(
                card.region(),
                card.employmentType().wireName(),
                card.pledges().stream()
                        .map(pledge -> PledgeView.of(pledge, card, campaign, releases))
                        .toList(),
                card.declaredAt());
    }

    static CardView prefilled(Member member, CampaignDefinition campaign) {
        String region = Optional.ofNullable(member.region())
                .flatMap(campaign::region)
                .map(Region::id)
                .orElse(null);
        String type = Stream.of(EmploymentType.values())
                .map(EmploymentType::wireName)
                .filter(name -> name.equals(member.employmentType()))
                .findFirst()
                .orElse(null);
        return new CardView(region, type, List.of(), null);
    }

    /**
     * A pledge and where it stands.
     *
     * @param state firm, waiting, condition-met or set-aside
     * @param why it was set aside, if it was
     */
    record PledgeView(
            String action,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OnlyIf onlyIf,

            String state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why) {

        static PledgeView of(
                Pledge pledge, Card card, CampaignDefinition campaign, Map<String, TallyReleased> releases) {
            PledgeState state = PledgeState.of(pledge, card, campaign, releases);
            String why = state == PledgeState.SET_ASIDE
                    ? SetAside.of(pledge, card, campaign).message()
                    : null;
            return new PledgeView(pledge.action(), pledge.onlyIf(), state.wireName(), why);
        }
    }
}
