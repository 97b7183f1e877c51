package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Move;

/** A GP whose region, which the campaign has, and employment type are answered: the actions follow. */
record KnownGp(String region, EmploymentType type) {

    static Optional<KnownGp> of(PledgeForm form, CampaignDefinition campaign) {
        return campaign.region(form.region())
                .flatMap(region -> Stream.of(EmploymentType.values())
                        .filter(type -> type.wireName().equals(form.employmentType()))
                        .findFirst()
                        .map(type -> new KnownGp(region.id(), type)));
    }

    Stream<Action> open(CampaignDefinition campaign) {
        return campaign.actions().stream().filter(action -> action.isOpenTo(type, region));
    }

    Stream<Action> closed(CampaignDefinition campaign) {
        return campaign.actions().stream().filter(action -> !action.isOpenTo(type, region));
    }

    /** Names of the pledges on that card that do not fit them. */
    List<String> withdrawnFrom(@Nullable Card card, CampaignDefinition campaign) {
        return card == null
                ? List.of()
                : new Move(card, region, type, campaign)
                        .withdrawn().stream()
                                .map(pledge -> Words.action(campaign, pledge.action()))
                                .toList();
    }
}
